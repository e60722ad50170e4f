/** When results are shown, and whether on phones. */
class ResultsRulesPart {
  /** @param {Find} find  @param {DeskApi.Context} desk */
  constructor(find, desk) {
    this.rules = new PressSelect(find(".rules"), desk);
    this.phones = new PressGroup(find(".phones"), desk, "row");
  }

  /** @param {DeskApi.State} state */
  draw({ results_rules: rules, rev }) {
    this.rules.draw(rules, rev);
    this.phones.draw(rules && { label: "", buttons: [rules.phones] }, rev);
  }
}
