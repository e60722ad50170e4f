(selector, text) => drawn(selector, text).length > 0;
