import { wordList } from './word-list.ts';

/** Countries, states, great cities: places are tagged where they are known, and never suggested. */
export const places = wordList(
  'afghanistan albania algeria angola argentina armenia australia austria azerbaijan bahrain bangladesh belarus',
  'belgium belize benin bhutan bolivia bosnia botswana brazil britain bulgaria burma burundi cambodia cameroon canada',
  'chad chile china colombia congo croatia cuba cyprus czechia denmark djibouti ecuador egypt england eritrea estonia',
  'ethiopia europe fiji finland france gabon gambia georgia germany ghana greece greenland guatemala guinea guyana',
  'haiti honduras hungary iceland india indonesia iran iraq ireland israel italy jamaica japan jordan kazakhstan',
  'kenya kosovo kuwait kyrgyzstan laos latvia lebanon lesotho liberia libya lithuania luxembourg madagascar malawi',
  'malaysia maldives mali malta mauritius mexico moldova monaco mongolia montenegro morocco mozambique myanmar namibia',
  'nepal netherlands nicaragua niger nigeria norway oman pakistan palestine panama paraguay peru philippines poland',
  'portugal qatar romania russia rwanda scotland senegal serbia singapore slovakia slovenia somalia spain sudan',
  'sweden switzerland syria taiwan tajikistan tanzania thailand togo tunisia turkey turkmenistan uganda ukraine',
  'uruguay uzbekistan venezuela vietnam wales yemen zambia zimbabwe africa asia america antarctica arctic atlantic',
  'pacific mediterranean caribbean balkans gaza u.s us usa u.k uk uae alabama alaska arizona arkansas california',
  'colorado connecticut delaware florida hawaii idaho illinois indiana iowa kansas kentucky louisiana maine maryland',
  'massachusetts michigan minnesota mississippi missouri montana nebraska nevada ohio oklahoma oregon pennsylvania',
  'tennessee texas utah vermont virginia wisconsin wyoming washington ontario quebec manitoba alberta queensland',
  'victoria tasmania london paris berlin tokyo beijing shanghai moscow kyiv kiev madrid rome vienna brussels geneva',
  'zurich oslo stockholm copenhagen helsinki warsaw prague budapest athens lisbon dublin edinburgh glasgow cardiff',
  'belfast manchester birmingham liverpool leeds bristol frankfurt munich hamburg milan turin naples barcelona lyon',
  'marseille amsterdam rotterdam delhi mumbai chennai kolkata bangalore karachi lahore dhaka bangkok jakarta manila',
  'seoul osaka taipei sydney melbourne brisbane perth auckland wellington toronto montreal vancouver ottawa chicago',
  'boston houston dallas atlanta miami denver seattle detroit philadelphia phoenix baltimore cairo lagos nairobi',
  'johannesburg baghdad tehran riyadh dubai doha jerusalem beirut istanbul ankara damascus amman havana bogota lima',
  'santiago brasilia caracas nato-land midwest northeast southwest southeast northwest brexit broadway hollywood',
);
/** As one name; their words apart may be anything. */
export const placesOfWords = wordList(
  'united-states united-kingdom united-arab-emirates new-york new-york-city new-zealand new-jersey new-hampshire',
  'new-mexico new-delhi new-orleans north-carolina south-carolina north-dakota south-dakota west-virginia',
  'rhode-island south-africa south-korea north-korea saudi-arabia sri-lanka costa-rica puerto-rico hong-kong',
  'los-angeles san-francisco san-diego san-antonio las-vegas st-louis salt-lake-city kansas-city mexico-city',
  'buenos-aires rio-de-janeiro sao-paulo cape-town kuala-lumpur ho-chi-minh-city tel-aviv abu-dhabi addis-ababa',
  'northern-ireland middle-east european-union-land latin-america south-america north-america central-america',
  'wall-street silicon-valley west-bank sierra-leone burkina-faso ivory-coast el-salvador czech-republic',
  'british-columbia nova-scotia new-south-wales western-australia south-australia washington-dc great-britain',
);
/** The last word of a place's name. */
export const placeEndings = wordList(
  'river lake mount mountain mountains bay street avenue road lane boulevard county island islands valley province',
  'region beach sea ocean gulf strait peninsula desert park square bridge station harbor harbour village heights hills',
  'ridge hollow forest creek falls canyon canal highway turnpike district township borough plaza coast north south east west',
);
/** Of a people or a country; of nobody in particular. */
export const nationalities = wordList(
  'american british english scottish welsh irish french german italian spanish portuguese dutch belgian swiss austrian',
  'danish swedish norwegian finnish icelandic polish czech slovak hungarian romanian bulgarian greek turkish russian',
  'ukrainian belarusian serbian croatian bosnian albanian chinese japanese korean taiwanese vietnamese thai malaysian',
  'indonesian filipino indian pakistani bangladeshi nepalese afghan iranian iraqi syrian lebanese israeli palestinian',
  'saudi emirati qatari kuwaiti egyptian libyan tunisian algerian moroccan sudanese ethiopian kenyan ugandan tanzanian',
  'nigerian ghanaian congolese rwandan somali zimbabwean canadian mexican cuban haitian brazilian argentine chilean',
  'colombian peruvian venezuelan bolivian australian european african asian arab jewish muslim christian catholic',
  'protestant orthodox hindu buddhist sikh islamic latino hispanic black white indigenous victorian edwardian roman',
  'republican republicans democrat democrats democratic conservative conservatives tory tories liberal socialist',
  'americans britons russians ukrainians chinese europeans israelis palestinians germans italians canadians mexicans',
  'californian californians londoners parisians texans anglo sino franco latin western eastern northern southern',
);
export const calendarWords = wordList(
  'january february march april may june july august september october november december jan feb mar apr jun jul aug',
  'sep sept oct nov dec monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thurs fri sat',
  'sun christmas easter ramadan thanksgiving hanukkah diwali gmt est edt cst pst bst cet utc covid',
);
