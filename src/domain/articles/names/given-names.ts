import { wordList } from './word-list.ts';

const women = wordList(
  'abigail ada agnes aisha alexandra alice alicia alison amanda amelia amina amy ana anastasia andrea angela anita ann',
  'anna anne annette antonia astrid audrey barbara beatrice beatrix bella bernadette beth betty bonnie brenda bridget',
  'camila carla carmen carol caroline carolyn catherine cecilia charlotte chloe christina christine claire clara',
  'claudia constance cristina cynthia dana deborah debra denise diana diane dolores donna doris dorothy edith eileen',
  'elaine eleanor elena elizabeth ella ellen emily emma erica erin esther eva evelyn fatima fiona florence frances',
  'gabriela gail georgia geraldine gloria grace greta hannah harriet heather heidi helen helena holly ida ilse imogen',
  'ines ingrid irene iris isabel isabella jacqueline jane janet janice jasmine jean jennifer jenny jessica jill joan',
  'joanna josie josephine joyce judith judy julia julie karen kate katherine kathleen kathryn kathy katie keiko kelly',
  'kimberly kristin laura lauren leila lena leticia lillian linda lisa liz lois lorraine louise lucia lucy lydia',
  'madeleine maggie margaret maria marie marilyn marina marion marta martha mary maureen maya meena megan melanie',
  'melissa mercedes michelle mildred miriam molly monica nadia nancy naomi natalia natalie natasha nicole nina noor',
  'nora norma olga olivia pamela patricia paula pauline penelope phoebe phyllis priya rachel rebecca renee rita roberta',
  'rosa rose rosemary ruth sally samantha sandra sara sarah shannon sharon sheila shirley silvia siobhan sofia',
  'sonia sophia sophie stella stephanie susan suzanne sylvia tamara tanya tara teresa theresa tina ursula',
  'valerie vanessa vera veronica victoria virginia vivian wanda wendy yasmin yolanda yvonne zainab zoe',
);
const men = wordList(
  'aaron abdul abraham adam adrian ahmed alan albert alberto alejandro alexander alfred ali allen amir andre andreas',
  'andrew angus anthony antonio arjun arnold arthur barry ben benjamin bernard bill bob boris brad bradley brandon brendan',
  'brian bruce bryan carl carlos cedric chad charles chris christian christopher clarence claude colin connor craig',
  'curtis dale dan daniel darren dave david dean dennis derek diego dmitri dominic don donald douglas duncan dylan earl',
  'eddie edgar edmund eduardo edward edwin elliott emmanuel enrique eric ernest ethan eugene evan federico felix',
  'fernando francis francisco frank fred frederick gareth gary gavin geoffrey george gerald gerard gilbert giovanni glen',
  'gordon graham greg gregory guillermo gustavo guy hans harold harry harvey hassan hector henry herbert herman howard',
  'hugh hugo ian ibrahim igor isaac ivan jack jacob jake jamal james jason javier jay jeff jeffrey jeremy jerome jim',
  'joaquin joe joel johan john johnny jonathan jorge jose joseph joshua juan julian justin kamal karl keith ken kenji',
  'kenneth kevin klaus kurt kyle lance larry lars laurence lawrence lee leo leon leonard leroy lewis liam lionel lloyd',
  'louis lucas luis luke malcolm manuel marc marcel marco marcus mario mark martin marvin matt matteo matthew maurice',
  'max michael miguel mike milton mohamed mohammed morris muhammad nathan neil nicholas nick nigel nikolai noah norman',
  'oleg oliver omar oscar otto owen pablo patrick paul pedro per pete peter phil philip philippe pierre pieter rafael',
  'raj rajesh ralph ramon randall ravi ray raymond reginald ricardo richard rick robert roberto rodney roger roland ron',
  'ronald ross roy russell ryan sam samuel sanjay scott sean sebastian sergei seth shane sidney simon stanley stefan',
  'stephen steve steven stewart stuart ted terence terry theodore thomas tim timothy todd tom tomas tony travis trevor',
  'tyler vernon victor vijay vincent vladimir wade walter warren wayne wei wilfred william winston xavier yusuf zachary',
);

const nameIn = (names: ReadonlySet<string>, word: string): boolean => names.has(word.toLowerCase());

export const isGivenName = (word: string): boolean => nameIn(women, word) || nameIn(men, word);

/** Only to keep `she` from meaning a man: whoever has another name, or one that both have, may be either. */
export function pronounOf(givenName: string): 'he' | 'she' | undefined {
  const [isWoman, isMan] = [nameIn(women, givenName), nameIn(men, givenName)];
  return isWoman === isMan ? undefined : isWoman ? 'she' : 'he';
}
