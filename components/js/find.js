/** Finds the elements of a component, whose markup is known. @param {ParentNode} root */
const finder = (root) => /** @type {Find} */ (/** @param {string} selector */ (selector) => root.querySelector(selector));
