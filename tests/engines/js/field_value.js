(/** @type {string} */ selector) => /** @type {HTMLInputElement | undefined} */ (drawn(selector)[0])?.value ?? null
