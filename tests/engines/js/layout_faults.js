(/** @type {string[]} */ ...controls) => {
  const faults = [];
  const { scrollWidth, clientWidth } = document.documentElement;
  if (scrollWidth > clientWidth) {
    faults.push(`${scrollWidth} px wide in ${clientWidth}`);
  }
  for (const control of controls) {
    const element = drawn(control)[0];
    if (!element) {
      faults.push(`no ${control}`);
      continue;
    }
    const box = element.getBoundingClientRect();
    if (box.left < -1 || box.right > clientWidth + 1) {
      faults.push(`${control} from ${box.left} to ${box.right} in ${clientWidth}`);
    }
  }
  return faults;
}
