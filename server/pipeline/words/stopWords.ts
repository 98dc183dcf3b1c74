/** The commonest words of each language, folded as tokens are (no accents; elided forms without their apostrophe). */
export const stopWords: Record<string, string> = {
  en: `the and of to in is it its that this these those for on with you your yours my mine our we they them their he she his
    her was were be been being are am have has had do does did done not don't doesn't didn't can't won't isn't wasn't but
    or if so just about from at by as an what when where who why how which there here will would should could can i im
    ive id me than then too very really because out up down over again some any no all more most much many such get got
    getting go going gonna wanna like one only now know think want need new day today please thanks thank still ever
    never always after before into off even also back good great love make made people thing things way yes yeah`,
  fr: `le la les un une des du de et est il elle ils elles on nous vous je tu ce cet cette ces c s qu que qui quoi dont pas
    plus ne n j d l m t au aux en dans par pour sur avec sans sous mais ou donc car si mon ma mes ton ta tes son sa ses
    notre nos votre vos leur leurs etre suis es sommes etes sont ai as avons avez ont avait etait ete fait faire tout tous
    toute toutes tres bien trop peu comme quand comment pourquoi aussi encore deja jamais toujours rien moi toi lui eux
    y a ca cela quel quelle quels quelles merci bonjour oui non alors apres avant depuis chez vers entre meme autre
    quelqu vraiment juste apres aujourd hui j'ai voila vais va peut faut`,
  de: `der die das und ist ich nicht ein eine einen einem einer zu den dem des mit von fur auf im in sie es er wir ihr auch
    sich als an war wie bei aus nach so noch nur uber wenn aber am will mich mir dich dir man schon sind hat habe haben wird
    werden kann mal doch oder zum zur dass was wer heute immer mehr sehr kein keine vom unser mein meine dein durch gegen
    bis wieder hier jetzt ja nein`,
  es: `el la los las un una unos unas de del y que en es no por con para su sus se lo al como mas pero muy ya todo esta
    este esto eso ese mi tu te me le les yo si porque cuando hay ser son fue era han he ha tiene hacer hoy sin sobre
    tambien donde quien nada nos desde hasta todos estoy gracias bien mejor siempre cada dia hola`,
  it: `il lo la i gli le un una uno di del della dei delle che e non per con si sono da in mi ti ci ma come piu anche
    questo questa quello al alla ai nel nella se io tu lui lei noi voi loro ho hai ha abbiamo hanno era stato fare
    tutto tutti sempre solo bene molto oggi quando perche grazie sul dal dopo cosa chi essere ancora mai gia`,
  pt: `o a os as um uma de do da dos das em no na nos nas que e nao por com para se mais mas como eu voce ele ela voces
    meu minha seu sua isso isto esse essa este esta muito bem ja foi ser tem tenho ter sao esta estou vou vai quando
    porque tambem so ate sem sobre hoje dia gente pra pro ao aos tudo agora sempre nunca obrigado`,
  nl: `de het een en van ik te dat die in is niet op zijn met voor aan er maar om dan zou wat mijn men dit zo door over ze
    bij ook tot je uit der daar haar naar heb hoe heeft hebben deze want nog zal me zij nu ge geen omdat iets worden toch
    al waren veel meer doen toen moet ben zonder kan hun dus alles onder ja werd wezen zelf tegen komen goed hier wie
    waarom vandaag altijd wel heel`,
};

/** Ordinary English words that short posts are made of and that the other six languages do not use as they are. */
export const commonEnglish = `about after again against ahead almost already always another around because become before
  behind being believe best better between beyond bring build built buy call came change check city come coming company could
  customer cut days deal design device die different done down each early else end enough ever every everyone everything face
  far fast feel few find finally first follow found friend from full future game gave gets girl give gives global goes going
  got guess guy guys had half hand happen happy hard head hear heard heavy help here high his hold home hope hours house huge
  inside instead its just keep kids kind knew know last late later launch launches learn least leave left less let life light
  line list listen little live lives long look looking lost lots made maker making many market maybe mean meet might mind mine
  minute money month months morning most move much must name near need needs never new news next night nothing now number off
  office old once only open opens order other our out over own part past people phone phones photo pick place plan play played
  please point pop power price private put question quick read ready real reality really releases report rest review right run
  said sale same saw say says school screen second see seen sell send set shop should show shows side since small smart some
  someone something soon sound speak spend stand start started stay still stop store stores story street such sure take taking
  talk teach tell temporary than their them then there these they thing think those though thought three through time tired
  today together told tomorrow tonight too took tools top trade trailer tried true try trying turn tweet two under until
  update use used user users using very wait waiting walk want wants was watch watching way wearing week weekend well went were
  what where which while white who whole why will winner with without woman wonder word words work working world worth would
  write wrong year years yes yesterday yet you young your`;
