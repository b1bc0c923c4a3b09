/** Drafts of the demonstration plan: what groups of an invented country might have written so far. */
import type { TemplateBlock } from '#shared/plan/template'

const heading = (text: string): TemplateBlock => ({ type: 'heading', level: 2, text })
const paragraph = (text: string): TemplateBlock => ({ type: 'paragraph', text })
const list = (...items: string[]): TemplateBlock => ({ type: 'list', items })

/** By the key of the template's section. */
export const demoDrafts: Readonly<Record<string, readonly TemplateBlock[]>> = {
  'B.1': [
    paragraph(
      'Varnia is a country of origin, transit and, increasingly, destination. In the past five years people have been recruited from its rural districts for work abroad that turned out to be bondage, and foreign workers have been found in the same conditions on farms and building sites at home.',
    ),
    paragraph(
      'This plan brings ministries, prosecutors, inspectors, social partners and non-governmental organisations behind one set of goals. Each body named in it has taken part in writing it and answers for its share.',
    ),
  ],
  'C.1.1': [
    heading('Where we stand'),
    paragraph(
      'The National Working Group has met irregularly and without a common calendar. Agencies learn of one another’s projects by chance; two hotlines were financed for the same districts while the coast had none.',
    ),
    heading('What we will do'),
    paragraph(
      'The National Secretariat receives a permanent staff of four and keeps one roster of bodies and measures, checked twice a year. Every thematic group meets at least every two months, with a vote for its non-governmental members.',
    ),
    list(
      'A roster of organisations and projects, open to all members, by the end of the first quarter.',
      'Terms of reference for every group, adopted by its members, by the end of the second.',
      'Agreements between police, prosecution and shelters in all nine districts by the end of the year.',
    ),
  ],
  'C.2.1': [
    heading('Where we stand'),
    paragraph(
      'Campaigns so far have warned young women against going abroad. They have not reached men who sign up for seasonal work, nor employers who use labour agencies without asking what the workers paid to come.',
    ),
    heading('What we will do'),
    paragraph(
      'Information moves to where decisions are made: job centres, embassies, recruitment websites and the last two years of school. Messages are tested with people who have worked abroad before they are printed.',
    ),
    list(
      'A module of six lessons for vocational schools, taught from the next school year in all districts.',
      'One national number, answered day and night in five languages, run by civil society and financed from the state budget.',
      'A due diligence guide for employers, agreed with the Employers’ Confederation and the unions.',
    ),
  ],
  'C.2.2': [
    heading('Where we stand'),
    paragraph(
      'Nine in ten people identified came from districts where unemployment is above twenty per cent, and more than half had left school before sixteen.',
    ),
  ],
  'C.3.1': [
    heading('Where we stand'),
    paragraph(
      'Identification depends on the person in charge on the day. Border police use a checklist from an earlier project; labour inspectors have none; and a presumed victim who does not speak to the police is not referred to anyone.',
    ),
    heading('What we will do'),
    paragraph(
      'From the first quarter any of the five front-line services may identify a presumed victim and refer the person to assistance, whether or not there is a criminal complaint. The same indicators are used by police, inspectors, health workers, shelters and the hotline.',
    ),
    list(
      'Common indicators and a short interview guide, with a version for children agreed by the children’s group.',
      'A referral within 24 hours to a shelter or a counselling service of the person’s choice.',
      'A multi-agency panel that reviews refused identifications every month.',
    ),
  ],
  'C.3.3': [
    heading('Where we stand'),
    paragraph(
      'There are two shelters with 34 places, both in the capital and both dependent on project grants that end within eighteen months. Men and families are lodged in hotels.',
    ),
  ],
  'C.4.1': [
    heading('Where we stand'),
    paragraph(
      'Four of five investigations begin with a victim’s statement and end when the person leaves the country. Financial investigation has been opened in one case in ten.',
    ),
  ],
}

/** The children's plan has a first paragraph of its preamble. */
export const demoChildrenDrafts: Readonly<Record<string, readonly TemplateBlock[]>> = {
  'B.1': [
    paragraph(
      'A child who has been trafficked is first of all a child. This plan is written by the bodies that work with children every day, and it stands on its own beside the National Action Plan.',
    ),
  ],
}

/** Put to its group and waiting for the vote. */
export const demoSubmitted = 'C.2.1'
/** Adopted by its group. */
export const demoAdopted = 'C.3.1'
