import { wordList } from './word-list.ts';

/** Before the name of a person, never part of it. */
export const titles = wordList(
  'mr mrs ms miss mx dr prof professor sir dame lord lady baroness baron count rev reverend father sister brother',
  'judge justice president minister secretary senator sen rep representative congressman congresswoman governor gov',
  'mayor gen general col colonel maj major capt captain cmdr commander adm admiral lt lieutenant sgt sergeant cpl',
  'corporal chief officer executive director chairman chairwoman chair chairperson ceo cfo coo cto attorney',
  'prosecutor commissioner inspector superintendent sheriff detective constable ambassador premier chancellor king',
  'queen prince princess pope archbishop bishop cardinal imam rabbi coach owner manager speaker councillor councilor',
  'councilman councilwoman alderman analyst economist spokesman spokeswoman spokesperson envoy founder cofounder',
  'treasurer coroner magistrate provost dean rector principal senators reps messrs drs solicitor barrister striker',
  'cllr supt insp pc dci fr msgr sra señor madame monsieur herr frau',
  'goalkeeper midfielder defender pitcher quarterback author actor actress singer editor correspondent reporter',
);
/** Titles only where a title follows: `Chief Financial Officer`, `Vice President`. */
export const titleParts = wordList(
  'vice deputy assistant associate acting former senior finance financial foreign interior defense defence prime',
  'district chief managing executive attorney police lead health justice trade energy home housing education',
  'environment transport circuit state party opposition majority minority team board group operating technology',
  'marketing lieutenant major interim incoming outgoing general regional national fire county supreme presiding head',
  'under labor labour agriculture commerce treasury press science medical investment staff political human family',
);
/** Lower-case words that tell of a person next to the name: `lawyer Helen Yoo`, `Tom Beale, an analyst`. */
export const roles = wordList(
  'analyst agent lawyer solicitor barrister attorney director president chairman chairwoman chair chief executive founder owner manager',
  'spokesman spokeswoman spokesperson professor teacher doctor nurse engineer scientist biologist physicist chemist',
  'economist researcher historian author writer artist actor singer violinist musician coach player captain striker',
  'driver farmer fisherman shopkeeper student resident neighbor neighbour witness survivor victim mother father',
  'daughter son wife husband brother sister widow uncle aunt cousin friend colleague aide adviser advisor minister',
  'senator lawmaker congressman congresswoman mayor governor judge prosecutor detective officer soldier commander',
  'leader secretary head counsel critic activist campaigner organizer organiser volunteer critic editor reporter',
  'correspondent journalist banker investor trader strategist consultant expert specialist veteran retiree pensioner',
  'pilot sailor diver climber nun priest pastor bishop imam rabbi architect designer chef butcher baker brewer',
  'mechanic electrician carpenter miner worker postdoc fellow lecturer curator librarian pharmacist surgeon',
  'dentist psychologist ecologist geologist oceanographer astronomer climatologist epidemiologist virologist',
);

/** What somebody is, by its ending where no table has it: `meteorologist`, `statistician`. */
export const isRole = (word: string): boolean =>
  roles.has(word.toLowerCase()) || /(?:ologist|onomist|ician|grapher|entist)$/i.test(word);

/** Behind a surname, and no part of the name: `Rupert Hollis KC`. */
export const honours = wordList(
  'MP MPP MEP MSP MLA MS MD KC QC SC OBE MBE CBE DBE KBE CMG FRS SJ DDS RN CPA JP PhD',
);
