/** What Slack accepts, where we come near it. https://docs.slack.dev/reference/block-kit/blocks/ */
export const limits = {
  blocks: 50,
  headerText: 150,
  sectionText: 3000,
  contextText: 2000,
  buttonsInRow: 5,
  buttonText: 75,
  buttonValue: 2000,
} as const;
