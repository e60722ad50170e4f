(/** @type {string} */ selector, /** @type {string} */ text) => drawn(selector, text).length > 0
