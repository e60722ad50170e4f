(selector) => drawn(selector)[0]?.value ?? null;
