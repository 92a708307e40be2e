/**
 * Words of contracts and service that name no thing in a home. A group of synonyms that holds one of them is a
 * group of terms: it says what words mean the same, but nothing in it can break down.
 */
export const CONTRACT_TERMS: readonly string[] = [
  ..."fee,service fee,trade call fee,deductible,copay,technician,contractor,repairman,plumber,electrician".split(
    ",",
  ),
  ..."warranty,home warranty,contract,agreement,policy,plan,coverage,claim,limit,cap,maximum,payment".split(
    ",",
  ),
  ..."cancellation,cancel,renewal,renew,transfer,refund,waiting period,option,add-on,upgrade".split(","),
  ..."own contractor,second opinion,cash in lieu,cash out,pre-existing,improper installation".split(","),
  ..."code upgrade,code upgrades,haul away,repair guarantee,recall of work,expedited service".split(","),
  ..."after hours,agreement term,contract year,appointment,invoice,bill,premium,account,card".split(","),
  ..."rental,lease,moving,inspection".split(","),
  ..."ticket,booking,reservation,order,delivery,agent,deposit,discount".split(","),
];

/** Groups that name a fault rather than a thing. */
export const FAULT_TERMS: readonly string[] =
  "stoppage,clog,clogged,blockage,leak,power surge,surge,rust,corrosion,mold,freezing".split(",");

/** Words that make a phrase one of the contract's or of time and money, whatever stands beside them. */
export const TERM_WORDS: ReadonlySet<string> = new Set(
  "money pay paid back time days weeks months hours claim charge charged cost fee plan contract cover covered coverage limit own again over rent lease cancel cancelled transfer renew wait waiting period term option upgrade opinion visit emergency urgent emergencies sell selling sold buyer buyers move moving refund reimburse reimbursement reimbursed send request appointment late missed showed guarantee damage damages spoiled ruined permit code inspection".split(
    " ",
  ),
);
