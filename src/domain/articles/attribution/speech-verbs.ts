/** Whatever follows is what was said: `said it would`, `told reporters that`. */
const freely =
  'said|says|say|told|tells|added|adds|wrote|writes|warned|warns|warn|cautioned|cautions|argued|argues|claimed|claims|alleged|alleges|allege|insisted|insists|believes|believed|believe|thinks|think|estimates|estimated|estimate|explained|explains|recalled|recalls|remembered|remembers|stated|states|predicted|predicts|testified|noted|notes|contends|contended|contend|complained|joked|conceded|predict|admits|admitted|reckons|reckon|stressed|stresses|hopes|fears|fear|insist|argue|complain|caution|explain|concede|asserted|asserts|suspects|suspected|suspect|described how|told of|would say only|would only say|said only|(?:was|were) (?:told|assured|informed) by [^,¤]{3,60}?(?:, [^,¤]{3,40}(?=, ))?(?=,? that\\b)|spoke of|put it to \\S+|(?:was|were) quoted(?: (?:by|in) [^,¤]{3,60})? as saying|quoted [^,¤]{3,60} as saying';
/** Taken for speech only with `that` behind, or at the end: `reported a profit` is not. */
const withThat =
  'held|holds|reveal|confirm|conclude|reported|reports|report|replied|replies|found|finds|showed|shows|show|suggested|suggests|suggest|announced|announces|heard|concluded|concludes|confirmed|confirms|indicated|indicates|indicate|revealed|reveals|ruled|declared|declares|learned|acknowledged|acknowledges|determined|accepted|accepts|agreed|agrees|gave evidence|disclosed|discloses|maintained|maintains|maintain|acknowledge|pointed out|points out|point out|made clear|makes clear|signal(?:l)?ed|hinted|boasted|protested|objected|assured|informed|notified|vowed|vows|pledged|pledges|promised|promises|emphasi[sz]ed|emphasi[sz]es|clarified|calculated|calculates|repeated|(?:is|are|was|were|remains?|remained) (?:convinced|adamant|confident)|understands|can reveal|can disclose';
/** `The jury was told`: whoever told it is not in the sentence. */
const hearing =
  '(?<=\\b(?:court|jury|jurors|inquest|tribunal|hearing|inquiry|enquiry|panel|committee|magistrates|MPs|lawmakers|senators|shareholders|councillors) )(?:was|were|has been|have been|had been) told';
/** Beside a quotation these say who speaks, too. */
const besideQuotation =
  'asked|asks|reads|continued|tweeted|posted|quipped|shouted|whispered|read|answered|went on|remarked|remarks|observed|observes|mused|muses|countered|exclaimed|cried|pleaded|confided|commented|comments|lamented|laments|vowed|vows|pledged|promised|urged|wondered|recounted|recounts|offered|texted|emailed|chimed in|fumed|agreed|snapped|responded|reflected|laughed|sighed|began';

/** With words of judgement behind: `called the cut “brave”`, `described it as a victory`. */
export const judgingVerb =
  'called|calls|blamed|blames|praised|defended|welcomed|ridiculed|lambasted|likened|compared|accused|accuses|dismissed|dismisses|hailed|slammed|decried|derided|blasted|criticised|criticized|mocked|characterised|characterized|portrayed|described|describes|branded|labelled|labeled|dubbed|denounced|condemned';

/** Of what is to come: `now expects revenue of`, `forecasts growth`. */
export const outlookVerb =
  'expects|expect|anticipates|anticipate|forecasts?|foresees|reiterated|reaffirmed|guided|projects|proposes|propose';

export const speechVerb = `${hearing}|${freely}|${withThat}|${besideQuotation}`;
export const freeVerb = `${hearing}|${freely}`;
export const thatVerb = withThat;
