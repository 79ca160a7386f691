import type { SuggestedEntity } from '../../records/draft.ts';
import { wordList } from './word-list.ts';

/** The form of a company: at the end of its name, and left off when it is named again. */
export const companyForms = wordList(
  'inc corp corporation co company limited ltd llc llp plc ag gmbh sa nv bv ab asa oyj spa srl sarl pty se kk',
  'holdings holding group',
);
const companies = wordList(
  'motors motor airlines airways airline airport bank bancorp bancshares energy partners capital technologies',
  'technology systems industries pharmaceuticals pharma foods brands logistics shipping lines securities homes research brewing',
  'breweries brewery media entertainment studios telecom electric electronics semiconductor semiconductors software',
  'labs laboratories steel mining resources petroleum oil gas chemicals automotive aerospace robotics insurance',
  'financial advisors advisers advisory ventures investments properties retail stores restaurants hotels terminals',
  'ferries railways dredging cement therapeutics biosciences biotech genomics dynamics instruments materials',
  'management asset mutual equity power utilities solar wind nuclear water gaming games interactive networks cloud',
  'computing analytics solutions services consulting associates sons daughters brothers farms dairy textiles apparel',
  'footwear cosmetics jewelers autos cars trucks tyres tires batteries cells mobility freight express couriers',
  'publishing pictures records music bakery bakeries distillery distillers winery vineyards outfitters supermarkets',
);
const organizations = wordList(
  'university college school institute foundation association union federation league club society trust charity',
  'hospital clinic church museum observatory academy orchestra theatre theater alliance coalition network center',
  'centre forum guild fund initiative united rovers wanderers athletic city fc afc cf times post journal news herald',
  'gazette tribune chronicle courier observer standard guardian ledger dispatch review wire press telegraph mail',
  'party front movement congregation synagogue mosque brotherhood teamsters workers nurses growers farmers teachers',
  'conservancy sanctuary watch international humanity borders cross crescent brigade choir',
  'consortium committee organization organisation confederation congress chamber bloc caucus hospice infirmary nursery seminary campaign collective cooperative',
);
const publicBodies = wordList(
  'ministry department commission court authority bureau senate parliament police administration agency treasury',
  'army navy guard guards board council office force directorate inspectorate tribunal reserve government',
  'legislature assembly cabinet judiciary constabulary exchequer customs embassy consulate prefecture service',
);
/** Known everywhere by a name that tells nothing of what they are. */
const bodiesByName = wordList(
  'senate congress parliament pentagon kremlin treasury bundestag bundesrat knesset duma fbi cia nsa sec ftc fcc fda',
  'epa irs doj cdc nih nasa noaa ntsb faa osha fema usda hud nlrb cftc finra eu ecb interpol europol hmrc nhs mi5 mi6',
  'ofcom ofgem fca cma',
);
const bodiesOfWords = wordList(
  'white-house european-union united-nations federal-reserve downing-street supreme-court high-court security-council',
  'european-commission european-parliament scotland-yard health-and-safety-executive capitol-hill bank-of-england european-central-bank',
  'state-department world-health-organization world-bank',
);

/** At the beginning of the name, as in other languages than English. */
const bodiesFirst = wordList(
  'radio tv banco banque banca grupo groupe gruppo universidad université universität institut',
);

type Schema = Exclude<SuggestedEntity['schema'], 'Product'>;

export const isOrganizationWord = (word: string): boolean =>
  [companyForms, companies, organizations, publicBodies].some((words) => words.has(word));

/** What a name says it is by its words: the last one, or that before `of`: `Ministry of Transport`. */
export function bodyNamed(words: readonly string[]): Schema | undefined {
  const folded = words.map((word) => word.toLowerCase().replace(/[.,]+$/, ''));
  if (folded.length === 1 && bodiesByName.has(folded[0] ?? '')) return 'PublicBody';
  if (bodiesOfWords.has(folded.join('-'))) return 'PublicBody';
  if (folded.includes('&')) return 'Company';
  const of = folded.findIndex((word, at) => at > 0 && /^(?:of|for|on|against|without)$/.test(word));
  const head = folded[of > 0 ? of - 1 : folded.length - 1] ?? '';
  if (folded.length === 1) return undefined;
  if (publicBodies.has(head))
    return /^(?:international|world|global)$/.test(folded[0] ?? '') ? 'Organization' : 'PublicBody';
  if (bodiesFirst.has(folded[0] ?? '')) return 'Organization';
  if (head === 'committee') return isOfState(folded) ? 'PublicBody' : 'Organization';
  if (organizations.has(head)) return 'Organization';
  if (head === 'bank' && /^(?:national|central|reserve|federal)$/.test(folded[0] ?? '')) return 'PublicBody';
  if (companies.has(head) || companyForms.has(head)) return 'Company';
  if (of > 0 && /^(?:house|bank|secretariat)$/.test(head)) return 'Organization';
  return folded.some((word) => publicBodies.has(word)) && of > 0 ? 'PublicBody' : undefined;
}

const isOfState = (words: readonly string[]): boolean =>
  words.some((word) => /^(?:house|senate|parliamentary|select|judiciary|congressional)$/.test(word));
