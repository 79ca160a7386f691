/** What Slack accepts, where we come near it. https://docs.slack.dev/reference/block-kit/blocks/ */
export const limits = {
  blocks: 50,
  /** Of a modal or the App Home. */
  viewBlocks: 100,
  /** Slack cuts here. https://docs.slack.dev/reference/methods/chat.postMessage/ */
  messageText: 40_000,
  /** Of a message that is nothing but text. */
  plainText: 4000,
  headerText: 150,
  sectionText: 3000,
  contextText: 2000,
  buttonsInRow: 5,
  buttonText: 75,
  buttonValue: 2000,
  modalTitle: 24,
  inputText: 3000,
  inputLabel: 2000,
  options: 100,
  optionText: 75,
  optionValue: 150,
} as const;
