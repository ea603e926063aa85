// One name in the spellings that readers type. House spelling first; a question in any of them finds all of them.

const GROUPS = [
  ['kyiv', 'kiev', 'kyjiv', 'kyyiv'],
  ['kharkiv', 'kharkov', 'charkiv'],
  ['lviv', 'lvov', 'lwow'],
  ['odesa', 'odessa'],
  ['dnipro', 'dnieper', 'dnepr'],
  ['donbas', 'donbass'],
  ['luhansk', 'lugansk'],
  ['zaporizhzhia', 'zaporizhia', 'zaporizhzhya', 'zaporozhye', 'zaporozhe', 'zaporozhzhia'],
  ['mykolaiv', 'nikolaev', 'nikolayev', 'mykolayiv'],
  ['chernihiv', 'chernigov'],
  ['chornobyl', 'chernobyl'],
  ['sevastopol', 'sebastopol'],
  ['belarus', 'byelorussia', 'belorussia'],
  ['türkiye', 'turkey', 'turkiye'],
  ['volodymyr', 'vladimir', 'volodimir', 'wladimir'],
  ['serhiy', 'serhii', 'sergey', 'sergei', 'sergiy'],
  ['andriy', 'andrii', 'andrey', 'andrei'],
  ['dmytro', 'dmitry', 'dmitri', 'dmitriy'],
  ['mykhailo', 'mikhail', 'mykhaylo', 'michael'],
  ['oleksandr', 'aleksandr', 'alexander', 'alexandr'],
  ['olha', 'olga'],
  ['davyd', 'david'],
  ['yuriy', 'yurii', 'yuri', 'yury'],
  ['alexey', 'aleksey', 'alexei', 'oleksiy', 'oleksii'],
  ['yermak', 'ermak'],
  ['sybiha', 'sibiga', 'sybiga', 'sibiha'],
  ['likhachev', 'likhachyov', 'lihachev'],
  ['lukashenko', 'lukashenka'],
  ['ceasefire', 'cease fire'],
  ['peacekeeping', 'peace keeping'],
  ['peacekeepers', 'peace keepers'],
  ['defense', 'defence'],
  ['program', 'programme'],
  ['usa', 'us', 'united states'],
  ['un', 'united nations'],
  ['eu', 'european union'],
  ['uk', 'united kingdom'],
  ['zelenskyy', 'zelensky', 'zelenskiy', 'zelenskyi', 'zelenski', 'zelenskij', 'selenskyj'],
]

const BY_WORD = new Map(GROUPS.flatMap((group) => group.map((word) => [word, group] as const)))

/** The ends of Slavic names in -sky, as the ways of transliterating write them: Medinsky, Medinskiy, Podolskyi. */
const SKY = /^(\p{L}{2,}[sc]k)(yy|yi|yj|iy|ij|ii|y|i)$/u
const SKY_ENDS = ['y', 'yy', 'iy', 'yi', 'ij', 'i']

/** British and American: recognise, recognize; demilitarisation, demilitarization. */
const ISE = /^(\p{L}{3,})i([sz])(e|ed|es|ing|ation|ations)$/u

/** All spellings of a word, itself first. Words as they come, in small letters. */
export function spellingsOf(word: string): string[] {
  const bare = word.replace(/['’ʼʹ`]/g, '')
  const known = BY_WORD.get(bare) ?? []
  const sky = SKY.exec(bare)
  const ise = ISE.exec(bare)
  return [
    ...new Set([
      word,
      bare,
      ...known,
      ...(sky ? SKY_ENDS.map((end) => `${sky[1]}${end}`) : []),
      ...(ise ? [`${ise[1]}i${ise[2] === 's' ? 'z' : 's'}${ise[3]}`] : []),
    ]),
  ]
}
