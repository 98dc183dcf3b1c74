import { adjectiveForms, nounForms, verbForms } from './frenchInflection.ts';
import { commaed, foldEntry, foldValued, once, spaced, type Valued, valuedEntries } from './valuedEntries.ts';

/**
 * What French words feel like, -5 (worst) to +5 (best), in the manner of AFINN. Our own list, by lemma; their inflected forms
 * are made from them. A word whose folded spelling is also a frequent neutral word ("sûr" and "sur", "tâche" and "tache",
 * "salé" and "sale") is left out, and so is one whose feeling hangs on what it is said of ("fort", "chaud", "propre").
 */
const adjectives: Valued = {
  '+5': `exceptionnel extraordinaire merveilleux phénoménal sensationnel`,
  '+4': `adorable brillant bluffant délicieux divin éblouissant épatant excellent exquis fabuleux fantastique féerique
    formidable génial grandiose impeccable impressionnant incontournable inégalable inoubliable irrésistible
    irréprochable jouissif jubilatoire magique magistral magnifique majestueux mémorable mythique parfait
    passionnant prodigieux ravi ravissant remarquable renversant resplendissant savoureux somptueux spectaculaire
    splendide sublime succulent superbe triomphal bouleversant hilarant désopilant virtuose hallucinant ensorcelant
    envoûtant admirable époustouflant indétrônable`,
  '+3': `abouti accueillant agréable amoureux/amoureuse amusant appréciable attachant attendrissant attrayant avantageux
    beau/belle bénéfique bienveillant captivant chaleureux charmant charmeur chouette confortable convaincant
    cocasse comblé conquis content craquant créatif délicat délicieusement désirable dynamique éclatant efficace
    élégant émouvant émerveillé enchanté enchanteur/enchanteresse encourageant enrichissant ensoleillé
    enthousiasmant enthousiaste époustouflé étincelant euphorique exaltant excitant fascinant festif fier/fière
    fidèle flatteur fluide fructueux gagnant généreux glorieux gourmand gracieux gratifiant haletant harmonieux
    héroïque heureux honnête idéal idyllique incroyable indispensable ingénieux innovant inspirant intelligent
    intense jovial joyeux judicieux louable loyal lumineux luxueux malin/maligne marrant meilleur/meilleure
    miraculeux mignon motivant novateur/novatrice optimiste palpitant percutant performant pertinent plaisant
    poignant poétique positif précieux prestigieux prospère radieux rafraîchissant raffiné rassurant réjoui
    reconnaissant réussi revigorant rigolo/rigolote robuste romantique sain satisfaisant satisfait séduisant sensuel
    serein sincère soigné soyeux spirituel stimulant subtil touchant tordant truculent utile valorisant victorieux
    vivifiant voluptueux vertueux drôle bluffé épaté emballé émerveillant dépaysant fantaisiste valeureux trépidant
    ébloui bienfaisant salutaire qualitatif irréel insurpassable attentionné prometteur saisissant réjouissant
    imbattable réconfortant immanquable inratable chanmé`,
  '+2': `abordable admiratif affectueux agile aimable aisé alléchant ambitieux amical ample apaisant apaisé appétissant
    approprié astucieux attentif audacieux authentique bénévole bon/bonne brave captivé charismatique chic
    chouchouté cohérent compétent compréhensif confiant consciencieux constructif convivial coquet coquin correct
    courageux croustillant croquant cultivé décontracté délassant détendu dévoué distrayant divertissant doué
    doux/douce ébahi éthique équilibré équitable ergonomique évocateur/évocatrice facile favorable favori/favorite
    fiable flamboyant florissant fondant fun habile impatient impartial impliqué inattendu inédit infaillible
    inoffensif intéressant intuitif inventif joli joueur lisse ludique lyrique maîtrisé méritant mérité moelleux
    motivé mûri onctueux opportun palpable pacifique parfumé perfectionné philanthrope pimpant pittoresque
    plébiscité poli polyvalent ponctuel précis productif profitable puissant rationnel réactif réaliste
    recommandable récompensé renforcé rentable reposant réparateur/réparatrice respectueux rêveur riche rigoureux
    rassuré sécurisé sécurisant séducteur/séductrice sensé serviable soigneux solide souriant souple stable subjugué
    tendre tonique tonifiant tolérant tranquille travailleur unanime valable vaillant vigoureux visionnaire vivable
    vivant zen zélé soulagé surprenant amélioré élogieux loufoque scotché fiévreux revalorisé convaincu délirant
    déjanté sympathique talentueux addictif incassable intemporel/intemporelle`,
  '+1': `abondant admissible ancestral assidu autonome biodégradable complémentaire consistant conséquent détaillé
    discret écologique écoresponsable énorme épique étonnant étonné exclusif exotique imaginatif inclusif libre
    lucide minutieux nourrissant optimal officieux pédagogique pétillant préféré présentable prudent réconciliant
    reconnu recyclable réfléchi régulier/régulière renouvelé résistant sportif vertigineux surpris durable original
    populaire pratique rapide léger varié moderne disponible pur sage vif/vive accessible soutenu prenant célèbre
    calme crédible clair naturel/naturelle unique inspiré sobre atypique inclassable gentil/gentille conforme
    silencieux incontestable régressif responsable solidaire volontaire`,
  '-1': `absent ambigu approximatif arbitraire artificiel/artificielle bancal banal bizarre bordélique brusque
    brouillon/brouillonne caricatural cassant compliqué confus controversé cynique dérisoire douteux dubitatif
    embrouillé épais/épaisse étrange étroit excessif fragile futile hâtif hésitant illusoire imprécis improbable
    inachevé incertain inégal inhabituel/inhabituelle insensible instable interminable intrigant inutilisé
    invraisemblable lent lourd manichéen méconnaissable méfiant minable modique moite monotone mou/molle naïf obscur
    opaque passif payant pénible perplexe prévisible prétendu radin répétitif restreint réticent rugueux rude
    sceptique simpliste singulier/singulière sombre superflu surestimé surfait tardif tiède tortueux traînant usé
    vide vieillot/vieillotte périmé mièvre décousu inabouti longuet saugrenu trouble endormi las/lasse éculé
    gras/grasse mortel/mortelle solitaire distrait dur dispensable oubliable quelconque passable
    moralisateur/moralisatrice interchangeable poussif dégoulinant nerveux tendu indisponible manquant
    impersonnel/impersonnelle expéditif mitigé`,
  '-2': `abîmé abusé abusif accablé affaibli affecté affligé agressif aigre alarmé alarmiste aléatoire amer/amère anxieux
    apeuré autoritaire avare aveugle blessé bloqué borné bruyant brutal cabossé caduc/caduque capricieux cassé
    chiant choqué collant coléreux condescendant consternant contraignant contrarié coupable craintif crispant
    crispé cruel/cruelle culpabilisant culotté déboussolé débile défaillant défavorable défavorisé déficient
    déficitaire déloyal démodé démotivé dépendant déplaisant dépourvu déprimé dérangeant désabusé désagréable
    désavantagé désemparé désespéré désinvolte désolé désordonné déstabilisant désuet/désuète détérioré difficile
    difforme disproportionné dommageable douloureux égaré égoïste embarrassant embarrassé embêtant encombrant énervé
    énervant ennuyé épuisé éprouvant éreintant erroné exagéré exaspéré excédé exorbitant expiré fade fâché fâcheux
    faible faiblard fainéant fastidieux fatigant fatigué fautif faux/fausse fébrile flou foutu frileux frimeur
    frustré frustrant fumeux furieux gâché gênant gêné glauque glissant grincheux grossier/grossière gâteux hargneux
    hautain hostile hypocrite ignare ignorant illégal illisible illogique immature impoli impuissant impulsif
    inadapté inadmissible inaccessible inapproprié inattentif inaudible incapable incohérent incomplet/incomplète
    incompréhensible inconfortable inconscient inconstant inconvenant incorrect indécis indésirable indifférent
    indigeste indiscret/indiscrète inefficace inégalitaire inexact inexistant infantile infantilisant infect
    inférieur/inférieure infidèle inflammable ingrat injustifié inopportun inquiet/inquiète inquiétant insatisfait
    insatisfaisant insignifiant insipide insolent insuffisant intempestif interdit intimidant intolérant introuvable
    intrusif inutile irrité irritable irritant irrespectueux irresponsable jaloux/jalouse laborieux laid larmoyant
    lassant lacunaire léthargique louche lugubre macabre maigre maigrichon maladif maladroit malade malaisant
    malhabile malheureux malhonnête malpoli malsain malveillant maussade mécontent médiocre menaçant menacé menteur
    mesquin moche moisi moqueur morbide morne morose nauséabond négatif négligé négligent névrosé nocif/nocive
    nuisible nul/nulle obsolète odieux offensant oppressant orgueilleux paresseux paumé pauvre peureux perdu pervers
    perturbé perturbant pessimiste pitoyable plaintif pompeux poisseux polluant pollué poussiéreux précaire
    prétentieux problématique puant puéril puni radioactif rance raciste ralenti rancunier/rancunière ravagé
    rébarbatif rebuté rebutant rejeté réprimé répressif ridicule ringard rigide risqué rouillé ruineux sanglant
    saoulant soporifique sinistré snob soucieux souffrant sournois stressant stressé stupide
    superficiel/superficielle surchargé suspect tendancieux terne terrifié timoré tordu tragique traître/traîtresse
    trompeur tumultueux usant vaniteux vexé vicieux vulnérable vulgaire cheap lourdingue balourd creux/creuse cliché
    stéréotypé racoleur pathétique ampoulé foireux raté boiteux nunuche gnangnan pataud inintéressant invivable
    saturé surtaxé surendetté endetté appauvri délaissé endommagé rayé fissuré fêlé tâtonnant défraîchi ébréché
    asocial arriéré antisocial antisémite sexiste homophobe xénophobe misogyne inhospitalier/inhospitalière piraté
    violent méchant triste maudit dérangé niais risible surjoué intenable ridiculisé terrifiant effrayant dramatique
    préoccupant surcoté survendu surévalué irréparable niaiseux achalant tanné magané aigri rageux surfacturé`,
  '-3': `accablant affolant affligeant agaçant agacé ahurissant alarmant antipathique arrogant atterrant calamiteux
    catastrophé choquant colérique corrompu corrosif crade crasseux crétin criminel/criminelle débilitant décevant
    défectueux défiguré dégradant dégradé délétère délinquant démoralisant déplorable dépressif déprimant désastreux
    désespérant désolant destructeur/destructrice détruit dévasté dévastateur/dévastatrice diffamatoire
    discriminatoire effaré effarant effroyable endeuillé enragé ennuyeux escroc exaspérant exécré fallacieux fatal
    faillible foutage frauduleux funeste gerbant haineux hideux honteux humiliant humilié idiot ignoble imbécile
    immonde immoral impardonnable imbuvable inacceptable incompétent indécent indigne inepte inexcusable inhumain
    injurieux injuste insalubre insensé insoutenable insultant insupportable intolérable irrécupérable irrespirable
    lamentable laxiste louseur macho mauvais/mauvaise médisant méprisable méprisant mensonger/mensongère merdique
    meurtri meurtrier/meurtrière misérable nauséeux naze navrant nazi néfaste pourri pourrave préjudiciable
    répugnant révoltant révolté relou repoussant ruiné sadique sanguinaire scandaleux scandalisé sordide suicidaire
    tyrannique toxique traumatisé traumatisant traumatique truqué venimeux véreux vénal indigent effondré bâclé
    assommant barbant consterné écoeuré désastré périlleux dangereux cancérigène cancérogène démuni miséreux affamé
    dégoûté malfaisant con/conne crevé débordé saccagé contaminé empoisonné infesté infernal horrifié terrorisé déçu
    grotesque bidon monstrueux inutilisable injoignable contrefait inexploitable`,
  '-4': `abject abominable affreux atroce barbare catastrophique cauchemardesque dégueulasse dégoûtant écoeurant
    épouvantable exécrable haïssable horrible horrifiant infâme maléfique nullissime pestilentiel/pestilentielle
    putride immangeable innommable irregardable abrutissant détestable`,
};

/** Nouns, with their plural in -s, -x or -aux; those that are said of men and women stand among the adjectives. */
const nouns: Valued = {
  '+5': `masterclass`,
  '+4': `merveille délice enchantement triomphe perfection extase euphorie bijou régal émerveillement prouesse exploit
    pépite excellence bonheur paradis splendeur génie miracle féérie apothéose jubilation allégresse félicité`,
  '+3': `joie plaisir succès réussite victoire bravoure passion beauté fierté bienfait tendresse gaieté rire enthousiasme
    espoir liesse festin fête gloire hommage honneur honnêteté idole loyauté magie paix prodige progrès prospérité
    qualité ravissement réjouissance satisfaction saveur sérénité sincérité talent virtuosité volupté bonté
    générosité admiration admirateur adoration amitié efficacité élégance émotion audace câlin bisou délicatesse
    douceur gourmandise charme fraîcheur finesse inspiration poésie sensualité séduction créativité ingéniosité
    aubaine cadeau félicitation gagnant champion championne éloge acclamation applaudissement ovation récompense
    bénédiction sublimation fascination émancipation perle brio justesse`,
  '+2': `accalmie aisance allié amélioration appui assurance astuce atout attrait avancée avantage aventure bienveillance
    bienséance bonus calme caresse certitude chance charité clarté cohérence compassion compétence complicité
    compliment confiance confort conviction convivialité courage courtoisie crédibilité curiosité dévouement dignité
    dynamisme empathie encouragement engouement entraide entrain équilibre équité espérance estime éthique évasion
    facilité faveur fiabilité fidélité fluidité fraternité frisson gain garantie gentillesse grâce gratitude
    guérison harmonie intelligence intégrité intuition légèreté longévité maîtrise motivation nostalgie opportunité
    optimisme patience pertinence politesse popularité précision prestige privilège productivité promesse propreté
    prudence puissance pureté rapidité réconciliation reconnaissance recommandation redressement renaissance
    renouveau renommée respect rêve richesse rigueur romance romantisme sagesse sauvetage secours simplicité
    solidarité solidité soulagement sourire soutien stabilité surprise suspense tolérance tranquillité utilité
    vainqueur vaillance vertu vitalité vivacité trouvaille lauréat souplesse onctuosité luxe confiseries
    sensibilisation préservation dépollution reboisement réinsertion essor embellie renfort liberté amour trésor
    éclat humour trophée médaille`,
  '+1': `ambiance avenir coopération effort gratuité initiative nouveauté partenariat participation percée rattrapage
    rénovation réparation stimulation égalité réduction relance reprise parrainage bénéfice héros innovation
    croissance engagement protection aide solution mérite performance découverte authenticité sobriété originalité
    sympathie cocon`,
  '-1': `absence ambiguïté attente austérité barrière bruit carence complication concession confusion contrainte
    controverse coupure démission dépense désaccord dette différend difficulté doute formalité frein fatigue
    hésitation hic imprévu imperfection incertitude indifférence insistance interruption interdiction jargon
    longueur lourdeur lenteur méfiance monotonie obstacle opposition pénalité polémique préjugé prétexte pression
    problématique réticence rivalité sceptique scepticisme soupçon usure vieillissement bémol souci sanction
    suppression amende dépendance nervosité routine chômeur reproche risque choc alerte déchet averse virus
    réchauffement dérèglement remboursement ralentissement démarchage pigeon brol gadget urgence`,
  '-2': `abandon abus accrochage accroc accusation accusé agacement agressivité anomalie anxiété avarice aversion bagarre
    bavure bêtise blasphème blessure blocage bobard bouchon boulet bourde bug casseur caprice châtiment chômage
    chute clivage colère collision complot condamnation condescendance conflit contrefaçon contrariété coupable
    crainte crétinerie crash cri culpabilité danger débandade déboire décadence déchéance déclin défaillance défaite
    défaut déficience déficit dégât dégradation délit démotivation dépit déraillement dérapage dérive désagrément
    désarroi désavantage désenchantement désinformation désintérêt désillusion désobéissance désordre détérioration
    détresse déroute discorde discrimination dispute distorsion division dommage douleur duperie échec écueil
    effondrement effraction égoïsme embarras embrouille embûche émeute ennemi ennui erreur étouffement exaspération
    excès exclusion expulsion extrémisme faiblesse faillite fake famine fardeau faute fâcherie flop foutaise fraude
    fracture froideur frustration fuite gâchis gaffe galère gaspillage gifle gouffre grief grossièreté guéguerre
    hargne hypocrisie illusion imposture impasse impatience impolitesse imprudence impuissance incapacité incident
    incohérence incompréhension inconvénient inconfort indignation inefficacité inégalité infraction ingratitude
    injure inquiétude insatisfaction insécurité insolence insomnie insulte interférence intimidation intolérance
    intox invraisemblance irritation jalousie lacune licenciement litige mafia maladie maladresse malaise malchance
    malentendu malfaçon malheur malus manipulation mécontentement médiocrité méfait mégarde menace mensonge mépris
    mésaventure migraine moquerie moisissure naufrage négligence nuisance obsolescence obscurité opprobre orgueil
    outrage panique panne paranoïa paresse pénurie perte perturbation pessimisme peur phobie piège piratage pillage
    pitié plainte plaie plantage platitude poussière précarité prison privation problème provocation punition
    querelle racisme racket rage rancoeur râleur raté ravage recul refus regret rejet remords répression répugnance
    ressentiment retard ringardise ruine rupture sabotage saleté sécheresse sexisme sottise souffrance soumission
    stress stupidité superficialité surcoût surconsommation surpêche suspicion stigmatisation tempête tracas
    traîtrise tricherie tristesse trouble tromperie tumeur usurpation vandalisme vice victime voleur voyou vulgarité
    vulnérabilité zizanie incivilité braconnage déforestation pollution pesticide déversement canicule inondation
    tyran arnaqueur dealer délinquance dépression épidémie grève pénibilité esclave esclavage radioactivité
    récession crise délocalisation surpoids séisme cyclone ouragan incendie brouillard cafard caca cloque ulcère
    infection cicatrice démangeaison rougeur brûlure drame guerre violence horreur attaque terreur niaiserie
    amateurisme propagande néant cafouillage incompétence arrogance malhonnêteté lâcheté bourrage réclamation péril
    intempérie boycott chicane carabistouille pacotille toc lag spam hameçonnage chagrin sanglot gênance malaisance
    hater suremballage mécontent cancer`,
  '-3': `abomination agonie agression agresseur angoisse apocalypse arnaque assassinat assassin attentat atrocité
    barbarie bordel boucherie bouse brutalité calamité calvaire carnage cataclysme cauchemar chaos corruption crime
    cruauté daube débâcle déception décès dégoût désastre désespoir désolation destruction deuil dictature dictateur
    disparition enfer escroc escroquerie extermination extinction fiasco fléau foutage haine harcèlement hécatombe
    honte humiliation idiotie ignominie imbécile imbécillité inepte ineptie injustice infamie intoxication
    lamentation maltraitance malversation massacre meurtre misère navet noyade nullité ordure persécution pourriture
    saccage sadisme scandale suicide supplice terrorisme terroriste torture tragédie trahison traumatisme traître
    tyrannie viol violeur abruti connard connasse salaud salope salopard enfoiré enculé bâtard pute merdier foirade
    nanar bouffon charlatan connerie débilité immondice poubelle mascarade foutoir dégueulis vomi navritude étron
    fumier catastrophe bombardement tuberculose ratage nanard purge camelote cochonnerie saloperie pipeau
    greenwashing merdouille`,
  '-4': `génocide abjection monstruosité pédophilie pédophile`,
};

/**
 * Verbs: in -er, -ir (finir) and -re (perdre) as they are; irregular ones with their stems, as `verbForms` reads them.
 */
const verbs: Valued = {
  '+4': `adorer émerveiller éblouir enchanter sublimer raffoler exceller idolâtrer`,
  '+3': `aimer admirer acclamer amuser applaudir apprécier bluffer captiver célébrer charmer combler délecter embellir
    emballer émouvoir|émeu|émeuv|émouv|émouvr|ému enthousiasmer épater fasciner féliciter gagner glorifier kiffer
    passionner plébisciter ravir régaler réjouir ressusciter réussir savourer
    séduire|sédui|séduis|séduis|séduir|séduit triompher vénérer recommander chérir envoûter valoriser exalter
    impressionner récompenser plaire|plai|plais|plais|plair|plu magnifier`,
  '+2': `accomplir aider améliorer apaiser approuver bénir cajoler câliner chouchouter complimenter conforter consoler
    convaincre|convainc|convainqu|convainqu|convaincr|convaincu dépanner détendre divertir doper dynamiser égayer
    embrasser encourager épanouir exaucer faciliter fêter fidéliser fleurir fortifier garantir guérir honorer
    innover libérer motiver optimiser pacifier pardonner perfectionner privilégier progresser
    promouvoir|promeu|promeuv|promouv|promouvr|promu rafraîchir raffermir rassurer réconcilier réconforter relaxer
    remercier rénover renforcer resplendir rire|ri|ri|ri|rir|ri rigoler sauvegarder scintiller
    secourir|secour|secour|secour|secourr|secouru simplifier soulager sourire|souri|souri|souri|sourir|souri
    stimuler surpasser surprendre|surprend|surprenn|surpren|surprendr|surpris sympathiser tonifier
    vaincre|vainc|vainqu|vainqu|vaincr|vaincu valider vanter préserver revitaliser revigorer hydrater repulper
    illuminer adoucir parrainer tranquilliser purifier embaumer assagir`,
  '+1': `adhérer agrémenter accepter collaborer consolider coopérer économiser enrichir équilibrer fonctionner
    résoudre|résou|résolv|résolv|résoudr|résolu réparer sécuriser rêver favoriser booster réhabiliter réaménager
    inspirer mériter profiter bénéficier intéresser étonner
    accueillir|accueille|accueill|accueill|accueiller|accueilli soigner protéger
    soutenir|soutien|soutienn|souten|soutiendr|soutenu offrir|offre|offr|offr|offrir|offert respecter plaisanter`,
  '-1': `abandonner alourdir annuler arracher banaliser bousculer brusquer caricaturer compliquer contester contourner
    contraindre|contrain|contraign|contraign|contraindr|contraint contrarier
    contredire|contredi|contredis|contredis|contredir|contredit délaisser déranger désactiver désorganiser détourner
    douter dépourvoir|dépourvoi|dépourvoi|dépourvoy|dépourvoir|dépourvu embêter entraver errer hésiter ignorer
    interdire|interdi|interdis|interdis|interdir|interdit lasser manquer méfier négliger obliger oublier pester
    peiner perturber pinailler polémiquer protester ralentir râler redouter refuser
    rejeter|rejette|rejett|rejet|rejetter|rejeté renoncer reprocher retarder rétrograder soupçonner souler
    surcharger surestimer tarder trainer vieillir sanctionner taxer dénoncer démissionner larmoyer rembourser
    pleurer brailler préoccuper disparaître|disparai|disparaiss|disparaiss|disparaîtr|disparu`,
  '-2': `abaisser abuser abîmer accabler accuser affaiblir affliger affoler agacer aggraver agoniser alarmer alerter
    apeurer appauvrir assassiner assombrir avilir avorter bâcler berner blâmer blesser bloquer boguer bouder
    boycotter brimer brutaliser buguer cabosser cafouiller casser chialer choquer chuter condamner confisquer
    conspuer contaminer corrompre craindre|crain|craign|craign|craindr|craint crasher crever crisper culpabiliser
    débouter décéder décliner déconcerter déconner déconseiller décourager dédaigner défaillir défigurer défoncer
    dégrader délocaliser démolir dénigrer dépérir déplaire|déplai|déplais|déplais|déplair|déplu déplorer déprimer
    dérailler déraper désapprouver désavouer désespérer déshonorer désinformer désoler déstabiliser détériorer
    détraquer dévaloriser dévaster déverser diaboliser diffamer discréditer discriminer divaguer duper échouer
    écorcher effondrer effrayer égarer embarrasser embrouiller emmerder empester empirer empoisonner encombrer
    endeuiller endetter endommager énerver enfermer engueuler enliser enlaidir ennuyer enrager épuiser escroquer
    étouffer étrangler exagérer exaspérer expulser fâcher fatiguer feindre|fein|feign|feign|feindr|feint foirer
    frauder fustiger frustrer fuir|fui|fui|fuy|fuir|fui gâcher galérer gaspiller gémir gifler grincer grogner
    gueuler harceler|harcèle|harcèl|harcel|harcèler|harcelé hurler importuner indigner incommoder incriminer
    infecter infester infliger inonder inquiéter insulter intimider intoxiquer irriter jalouser lamenter léser
    licencier lyncher maltraiter malmener manipuler maugréer médire|médi|médis|médis|médir|médit menacer
    mentir|men|ment|ment|mentir|menti mépriser moisir moquer noircir nuire|nui|nuis|nuis|nuir|nui offenser offusquer
    opprimer outrer pâtir paniquer perdre périmer périr persécuter pestiférer piéger piller plagier
    plaindre|plain|plaign|plaign|plaindr|plaint polluer poignarder pourrir puer punir rager rater ravager rebuter
    regretter renier réprimander réprimer répugner ridiculiser rouiller ruiner saboter saccager saigner saouler
    souffrir|souffre|souffr|souffr|souffrir|souffert souiller stigmatiser stresser suffoquer sombrer tabasser ternir
    trahir traumatiser trembler tricher tromper troubler truquer vexer vandaliser vomir démanger assécher tirailler
    picoter rompre|romp|romp|romp|rompr|rompu mourir|meur|meur|mour|mourr|mort louper pénaliser laguer spammer
    cramer`,
  '-3': `abhorrer agresser arnaquer anéantir annihiler asservir atterrer consterner décapiter
    décevoir|déçoi|déçoiv|décev|décevr|déçu dégoûter dépraver détester
    détruire|détrui|détruis|détruis|détruir|détruit écoeurer égorger envenimer épouvanter exécrer exterminer gerber
    horrifier humilier massacrer révolter terrifier terroriser torturer violer niquer chier révulser scandaliser
    supplicier bousiller pigeonner entuber haïr|hai|haïss|haïss|haïr|haï`,
};

/** Words without inflection, or whose forms differ in what they say. */
const words: Valued = {
  '+5': `masterclass`,
  '+4': `jadore magnifiquement merveilleusement parfaitement superbement divinement admirablement excellemment jpadore
    chefdoeuvre magistralement remarquablement`,
  '+3': `jaime jkiffe bravo bravissimo youpi hourra yes ouii yeah top génialissime waouh wow waw ouah waouw love coeur
    bel excellence exceptionnellement formidablement agréablement brillamment superbe félicitations efficacement
    joyeusement chouette chapeau best délicieusement bisous gg winner perfect amazing mdrrr frrr savoureusement
    pépites stylée stylées dinguerie banger bangers goat incr incroy`,
  '+2': `bon cool sympa sympas super merci mercii haha hahaha hihi héhé bons joliment aimablement confortablement
    correctement facilement nickel impec vivement hâte volontiers miam yummy slurp coucou bienvenue félicite vive
    viva dingue happy nice good great jolie jolis jolies winwin grâce ravi solidement intelligemment utilement
    sincèrement tranquillement soigneusement dignement fièrement sereinement cute kawaii chanceux chanceuse
    chanceuses régal réglo aimée aimés aimées gentiment poliment fan extra habilement savamment subtilement golri
    déter satisfaire satisfont capotant capotante`,
  '+1': `ouf bonnement positivement okay sourires éthiquement durablement bien lol mdr ptdr xd lolz mddr fans`,
  '-1': `bof mouais mouaif hélas malheureusement difficilement tantpis cher pff pfff pfffff mince zut excessivement
    bizarrement lentement vaguement faussement mouarf piètre piètres moche moches péniblement douteusement excuses
    oups jpp moyennement chère chères`,
  '-2': `mal marre dommage bête stupidement dur durs bêtement pitié flemme berk beurk bouh boring fail faux chelou
    cheloue zarb mytho mythos fake beauf beaufs blabla bullshit flop rip wtf ptin putain tristement mortellement
    gravement maladroitement médiocrement injustement négativement inutilement jpeuxplus saoulée soûlant saoule
    ouille ratées plate cringe malaisant malaise gênant gênante gênants gênantes oskour boulet ringard déso flippant
    flippante flippants flippantes insuffisamment anormalement anormal anormale anormales anormaux illégalement tort
    torts impossible cruellement ridiculement terriblement dangereusement terrible terribles vénère vénères`,
  '-3': `pire pires honte honteusement horriblement naze nazes nul nulle nulles merde merdes mauvais arnaques
    affreusement ptn tg fdp putes bordel enfoirés ntm dégueu dégueux dégueue degeu crasse dégoûtée dégoûté
    scandaleusement catastrophiquement abominablement lamentablement cata catas relou relous pourave claquax éclatax
    foutaises cheh seum vnr osef craignos quétaine tabarnak câlisse crisse chiotte chiottes plantades shit fuck
    worst bad éclatée éclatées cheum cheums`,
  '-4': `nullissime horrible horribles dégueulasse dégueulasses atroce atroces`,
};

/** Expressions whose feeling is not that of their words; 0 silences words that mean nothing there ("bien sûr"). */
const phrases: Valued = {
  '+5': `meilleur de tous les temps, le meilleur du monde, la meilleure du monde, chef d'oeuvre, chefs d'oeuvre,
    un pur chef d'oeuvre, tout simplement génial, tout simplement magnifique, tout simplement sublime,
    tout simplement parfait`,
  '+4': `coup de coeur, coups de coeur, gros coup de coeur, une tuerie, c'est une tuerie, cette tuerie, de la bombe,
    c'est de la balle, une pure merveille, une merveille, un pur bonheur, que du bonheur, un vrai bonheur,
    un pur délice, un vrai régal, un régal, une pépite, une petite pépite, un sans faute, sans faute, à tomber,
    à tomber par terre, les yeux fermés, à ne pas manquer, à ne pas rater, à voir absolument, à voir et à revoir,
    je suis fan, trop fan, ultra fan, fan absolue, amoureuse de, je suis amoureuse, tombée amoureuse, tombé amoureux,
    j'adore, je l'adore, je les adore, on adore, trop hâte, grand bravo, un grand bravo, bravo à, chapeau bas,
    coup de maître, coup de génie, au dessus du lot, hors du commun, hors pair, vaut le détour,
    vaut vraiment le détour, 10 sur 10, 20 sur 20, 5 étoiles, cinq étoiles, grand cru, vivement la suite,
    meilleur achat, mon préféré, ma préférée, mes préférés, mes préférées, mon chouchou, produit miracle,
    je ne peux plus m'en passer, ne peux plus m'en passer, peux plus m'en passer, peux pas m'en passer,
    ne m'en passe plus, plus m'en passer, à couper le souffle, j'en suis dingue, dingue de, truc de ouf,
    un truc de ouf, truc de fou, un truc de fou, trop bien, trop beau, trop belle, trop bon, trop bonne, trop cool,
    trop stylé, trop fort, trop forte, juste parfait, juste parfaite, juste magnifique, haut la main,
    incroyablement bon, mérite son succès, tient ses promesses, tient toutes ses promesses, a tenu ses promesses,
    tiennent leurs promesses, je valide à 100, validé à 100, fonctionne parfaitement, marche parfaitement,
    marche super bien, marche très bien, fonctionne très bien, une réussite, que du bon, une claque,
    une vraie claque, très très bon, très très bien, du grand art, du très grand, j'ai adoré, ai adoré`,
  '+3': `au top, top du top, c'est top, trop top, vraiment top, est top, top qualité, vaut le coup, ça vaut le coup,
    vaut vraiment le coup, vaut la peine, vaut son prix, vaut le prix, rien à redire, rien à dire,
    il n'y a rien à redire, rien à reprocher, rien à jeter, très bien, super bien, vraiment bien, hyper bien,
    grave bien, tellement bien, si bien fait, bien joué, bien vu, très bon, très bonne, super bon, vraiment bon,
    vraiment bonne, bonne surprise, belle surprise, jolie surprise, agréable surprise, heureuse surprise,
    bonne nouvelle, bonnes nouvelles, excellente nouvelle, excellente idée, belle idée, superbe idée,
    bonne initiative, belle initiative, bel effort, beau travail, bon travail, bon boulot, beau boulot, super boulot,
    bon plan, bons plans, bonne affaire, bonnes affaires, bon rapport qualité prix, excellent rapport qualité prix,
    rapport qualité prix imbattable, rapport qualité prix au top, super rapport qualité prix, bon rapport qualité,
    je recommande, je le recommande, je la recommande, je les recommande, je vous le recommande,
    je vous la recommande, recommande vivement, recommande fortement, je conseille, je le conseille, je la conseille,
    conseille vivement, conseille fortement, conseille à tous, à recommander, à conseiller, je rachèterai,
    je rachète, rachèterai sans hésiter, sans hésiter, sans hésitation, n'hésitez pas, n'hésitez plus,
    allez y les yeux fermés, j'aime, je l'aime, je les aime, on aime, nous aimons, j'aime beaucoup, j'aime trop,
    je kiffe, j'ai kiffé, je valide, on valide, j'approuve, on approuve, je suis ravie, je suis ravi, j'ai hâte,
    hâte de, hâte d, trop content, trop contente, super content, super contente, très content, très contente,
    tout est bon, tout est parfait, tient la route, tient toute la journée, tient bien, fait le job,
    fait bien le job, fait le boulot, fait son effet, fait du bien, fait plaisir, ça fait plaisir, ça fait du bien,
    me fait du bien, faire plaisir, avec plaisir, un plaisir, que du plaisir, quel plaisir, quel bonheur,
    quelle joie, quel talent, quelle classe, trop la classe, ça claque, ça déchire, ça tue, ça envoie,
    ça envoie du lourd, envoie du lourd, envoie du pâté, c'est du lourd, du lourd, de qualité, bonne qualité,
    très bonne qualité, belle qualité, haut de gamme, en or, ça donne envie, me donne envie, à la hauteur,
    bien pensé, bien pensée, bien fait, bien faite, bien foutu, bien ficelé, bien ficelée, bien mené, bien menée,
    bien joués, bien interprété, bien réalisé, bien écrit, bien emballé, bien arrivé, livraison rapide, envoi rapide,
    livré rapidement, reçu rapidement, arrivé en avance, livré en avance, service au top, conforme à la description,
    conforme à mes attentes, fidèle à la description, gain de temps, à mourir de rire, mort de rire, morte de rire,
    fou rire, fous rires, bon moment, excellent moment, agréable moment, super moment, joli moment,
    à consommer sans modération, sans modération, tant mieux, merci beaucoup, merci infiniment, un grand merci,
    mille mercis, merci à toute l'équipe, joyeux anniversaire, joyeux noël, bonne année, bon anniversaire,
    gros bisous, vive la, vive le, vive les, longue vie, haute qualité, grande qualité, en pleine forme, aux anges,
    aux petits soins, aux petits oignons, sur un nuage, sur son nuage, coup de chapeau, coup de foudre,
    mise en valeur, met en valeur, fait mouche, frôle la perfection, chauffe le coeur, réchauffe le coeur,
    fait rêver, ça fait rêver, me fait rêver, qui fait rêver, ose le dire, pile poil, pile ce qu'il me fallait,
    nickel chrome, rien de mieux, y a pas mieux, il n'y a pas mieux, pas mieux, bien meilleur, bien meilleure,
    jamais déçu, jamais déçue, jamais déçus, pas déçu, pas déçue, pas déçus, pas du tout déçu, pas du tout déçue,
    ne déçoit pas, ne déçoit jamais, ne m'a pas déçu, ne m'a jamais déçu, pas de déception, ne le regrette pas,
    ne regrette pas, regrette pas, aucun regret, sans regret, zéro défaut, aucun défaut, sans défaut, sans conteste,
    trop mignon, trop mignonne, trop chou, trop choupi, trop fier, trop fière, fin du fin, bien être,
    prix imbattable, petit prix, petits prix, excellent service, bon service, bons conseils, clin d'oeil,
    comme sur des roulettes, plein d'humour, à mon goût, m'éclate, s'éclate, s'éclater, c'est la classe, bon produit,
    très bon produit, super produit, excellent produit, bon film, très bon film, excellent film, tient en haleine,
    en haleine, petit bijou, vrai bijou, sans temps mort, aucun temps mort, pas de temps mort, à merveille,
    avec brio, au sommet, au sommet de son art, grand classique, pur bonheur, pur plaisir, ne s'ennuie pas,
    s'ennuie pas, ne s'ennuie jamais, s'ennuie jamais, ne s'ennuie pas une seconde, pas une seconde, en finesse,
    beaucoup aimé, beaucoup apprécié, courez y, toujours aussi bon, toujours aussi bien, rien à envier,
    en prend plein la vue, plein la vue, du début à la fin, fait l'unanimité, plein de bonnes idées, c'est le fun,
    le fun, vraiment le fun, au poil, sous coté, sous cotée, sous cotés, agréablement surprise, agréablement surpris,
    très agréablement surprise, je capote, ça me goûte, tellement hâte, vivement demain, vivement la sortie,
    satisfaite à 100, satisfait à 100, 100 satisfaite, 100 satisfait, très satisfait, très satisfaite,
    entièrement satisfait, entièrement satisfaite, pleinement satisfait, pleinement satisfaite, conforme à l'annonce,
    équipe au top, équipe adorable, personnel adorable, accueil chaleureux, accueil au top, je reviendrai,
    j'y retournerai, on y retournera, on reviendra, rien à signaler, colis bien emballé, bien protégé,
    soigneusement emballé, emballage soigné, bonne batterie, belle autonomie, bonne autonomie, excellente autonomie,
    longue autonomie, prise en main facile, facile à prendre en main, très fluide, bien fluide, trop hâte de,
    en prendre plein les yeux, plein les yeux, gros banger, c'est un banger, trop de talent, gros kiff, un kiff,
    le kiff, petit kiff, ma nouvelle obsession, nouvelle obsession, mon obsession du moment, je suis obsédée,
    je suis fière, je suis fier, si fière, si fier, force à vous, force à toi, force à elle, force à lui,
    c'est le feu, trop le feu, est canon, sont canon, trop canon, vraiment canon, tellement canon`,
  '+2': `pas mal, pas mal du tout, vraiment pas mal, c'est pas mal, est pas mal, c'est bien, c'est bon, pas mauvais,
    pas mauvaise, pas si mal, pas trop mal, plutôt pas mal, pas bête, pas cher, pas chère, pas chers, pas trop cher,
    moins cher, moins chère, pas dégueu, pas compliqué, pas difficile, pas de souci, pas de soucis, pas de problème,
    pas de problèmes, aucun problème, aucun souci, sans problème, sans problèmes, sans souci, sans soucis,
    sans danger, sans risque, sans risques, sans effort, sans stress, sans douleur, sans chichi, sans prise de tête,
    zéro déchet, zéro défauts, zéro risque, bon courage, bonne chance, bon week end, bonne journée, bonne soirée,
    bon appétit, bonne continuation, bonnes vacances, bonne route, bonne lecture, bon point, bons points,
    point positif, points positifs, point fort, points forts, gros plus, un vrai plus, un plus, petit plus,
    plutôt bien, plutôt bon, assez bien, assez bon, tout à fait, ça marche, marche bien, fonctionne bien,
    tourne bien, ça le fait, ça fait le taf, fait le taf, correspond à mes attentes, facile à utiliser,
    simple à utiliser, facile d'utilisation, simple d'utilisation, facile à appliquer, facile à monter, bon prix,
    prix correct, prix raisonnable, prix abordable, en forme, mérite d'être, à découvrir, à tester, à essayer,
    à voir, tout doux, toute douce, prendre soin, prend soin, prends soin, service rapide, réponse rapide,
    de bon goût, de bonne humeur, bonne humeur, bonne ambiance, belle ambiance, de mieux en mieux, va mieux,
    vont mieux, c'est mieux, mieux que, au mieux, en mieux, plus belle, plus beau, grâce à, grâce aux, grâce au,
    à ne pas négliger, pas négligeable, non négligeable, c'est fou, haut en couleur, bien de chez nous, en progrès,
    mis à l'honneur, à l'honneur, prix nobel, médaille d'or, premier prix, record battu, donne espoir,
    lueur d'espoir, bonne résolution, bonnes résolutions, bon sens, bonne volonté, je suis accro, trop accro,
    complètement accro, ça roule, ça passe crème, passe crème, c'est cadeau, bonne pratique, bonnes pratiques,
    bonnes idées, bonne idée, bien mieux, beaucoup mieux, rapport qualité prix, qualité prix, petit bonheur,
    petits bonheurs, ça dépote, ça défonce tout, donne envie, m'a donné envie, fait envie, me fait envie,
    ça me tente, je craque, j'ai craqué, craqué pour, craquer pour, va me faire craquer, bien emballée, bien reçu,
    reçu en bon état, en bon état, comme neuf, service réactif, sav réactif, sav au top, remboursé rapidement,
    remboursée rapidement, vite remboursé, remboursement rapide, problème résolu, problème réglé, vite réglé,
    il me faut, il me le faut, il me la faut, il me les faut, me faut absolument, il nous faut, je le veux,
    je la veux, je les veux, j'en veux, je le veux trop, je veux trop`,
  '+1': `pas grave, c'est pas grave, rien de grave, pas besoin, fait l'affaire, ça passe, ça va, pas pire, mieux que rien,
    ça peut aller, on s'y fait, pas si cher, rien de méchant, pas désagréable, sans aucun doute, aucun doute,
    pas de doute, nul doute, d'accord, tout à fait d'accord, adapté à`,
  '0': `bien sûr, bien que, bien qu, bien entendu, ou bien, si bien que, aussi bien, eh bien, et bien, bien plus,
    bien avant, bien après, nulle part, s'il vous plaît, s'il te plaît, comme il vous plaît, tout le mal, il y a,
    bon ben, ah bon, à bon, pour de bon, bon nombre, super u, super bowl, super marché, bonne question,
    au bon moment, mal de mer, à court, en train de, beau père, belle mère, belle soeur, beau frère, beaux parents,
    grand mal, chambre des représentants, prise de risque, à vos risques, bien des, combien de, ou pire,
    crème solaire, crème hydratante, crème fraîche, faute de, faux ongles, faux cils, au risque, merci de,
    merci d'avance, de peur, tout de même, quand même, du mal à croire, à bientôt, ne manquez pas, ne pas manquer,
    avoir tort ou raison, en douceur, mal de tête, la plupart, bel air, bon marché, meilleure vente,
    meilleures ventes, best of, best seller, top 10, top 5, top 50, crop top, top model, j'ai beau, ai beau, a beau,
    ont beau, avait beau, as beau, film d'horreur, films d'horreur, à peine, sans doute, version originale,
    film noir, histoire d'amour, histoires d'amour, en guerre contre, film de guerre, guerre mondiale,
    seconde guerre, première guerre, gaz naturel, ressources naturelles, milieu naturel, faire face, faits divers,
    centre commercial, compte pro, le mieux est de, faute de mieux, même pas mal, y compris, pas mal de, pas mal d,
    pourquoi pas, seul bémol, faute de temps, vaut mieux, il vaut mieux, chère amie, cher ami, chers amis,
    rien que pour, rien que, trop envie, feu rouge, feu vert, mis le feu à, a mis le feu à, prendre feu, prend feu,
    pris feu, cessez le feu, feu de forêt, feux de forêt, trop de feu, coup d'état, le fun radio, fun radio,
    heure de pointe, urgence climatique, numéro d'urgence, sans urgence, satisfait ou remboursé,
    satisfaits ou remboursés, satisfaite ou remboursée, il me faut du temps, il me faut un, drôle de, drôle d,
    drôles de, génie civil, génie logiciel, vice président, vice présidente, peut être drôle, mise en garde à vue,
    salon de beauté, institut de beauté, produit de beauté, produits de beauté, soin beauté, soins beauté,
    routine beauté, conseils beauté, crème de beauté, ministère de la santé, plateforme de marque, bonne foi,
    prix de la liberté, chaîne du froid, gros titre, gros titres`,
  '-1': `sans plus, correct sans plus, pas ouf, pas fou, pas folle, pas foufou, pas convaincu, pas convaincue,
    pas convaincant, pas convaincante, pas très utile, rien d'exceptionnel, rien d'extraordinaire, rien de spécial,
    rien de nouveau, rien de fou, rien de neuf, bof bof, mouais bof, peut mieux faire, pourrait mieux faire,
    peut faire mieux, aurait pu, auraient pu, aurait mérité, on s'attendait à mieux, je m'attendais à mieux,
    m'attendais à mieux, tant pis, moyen moyen, très moyen, assez moyen, plutôt moyen, bien moyen, un peu cher,
    un peu chère, assez cher, plutôt cher, pas donné, pas donnée, pas fan, pas trop fan, à court d'idées,
    petit bémol, un bémol, seul regret, seul point négatif, point faible, points faibles, point négatif,
    points négatifs, petit défaut, pas utile, pas très pratique, pas pratique, à revoir, soi disant, peine à,
    mais bon, sauve les meubles, sent le réchauffé, pas une grande réussite, avis mitigé, avis mitigés,
    un avis mitigé, aux urgences, service des urgences`,
  '-2': `pas terrible, pas terribles, pas top, pas topissime, pas super, pas génial, pas géniale, pas bon, pas bonne,
    pas bien, pas bien du tout, pas cool, pas sympa, pas content, pas contente, pas contents, pas glop, pas joli,
    pas beau, pas jojo, pas folichon, pas folichonne, pas extraordinaire, pas à la hauteur, pas assez, pas satisfait,
    pas satisfaite, pas normal, c'est pas normal, n'est pas normal, pas sérieux, pas drôle, pas marrant,
    pas crédible, pas intéressant, pas efficace, pas fiable, pas clair, pas conforme, non conforme, pas facile,
    pas évident, j'aime pas, j'aime pas trop, aime pas, aiment pas, n'aime pas, n'aime pas du tout, n'aime plus,
    pas aimé, pas du tout aimé, n'ai pas aimé, pas accroché, pas apprécié, pas fait rire, pas convenu,
    ne convient pas, pas recommandé, trop cher, trop chère, trop chers, trop chères, trop long, trop longue,
    trop lent, trop lente, trop petit, trop petite, trop grand, trop grande, trop lourd, trop gras, trop grasse,
    trop épais, trop sec, trop tard, trop peu, trop de bruit, mauvaise surprise, mauvaise nouvelle,
    mauvaises nouvelles, mauvaise idée, mauvais goût, mauvaise qualité, mauvaise foi, mauvaise expérience,
    bas de gamme, de moins en moins, fait mal, ça fait mal, mal fait, mal faite, mal foutu, mal joué, mal écrit,
    mal conçu, mal conçue, mal emballé, mal élevé, mal à l'aise, va mal, vont mal, du mal, du mal à, pas de chance,
    coup dur, manque de, manquent de, manque d, ça manque de, manque cruellement, il manque, en panne,
    tombé en panne, en rupture, rupture de stock, en rupture de stock, toujours en rupture, plus en stock, en retard,
    livré en retard, livrée en retard, arrivé en retard, toujours pas reçu, toujours pas reçue, jamais reçu,
    jamais reçue, pas reçu, pas reçue, pas arrivé, jamais arrivé, toujours pas arrivé, toujours pas livré, pas livré,
    pas remboursé, toujours pas remboursé, pas de réponse, aucune réponse, sans réponse, jamais de réponse,
    service client inexistant, service client injoignable, pas de suivi, aucun suivi, pas d'excuse, pas d'excuses,
    sans intérêt, aucun intérêt, pas d'intérêt, sans saveur, sans queue ni tête, sans âme, sans fin, sans surprise,
    rien compris, rien de bon, je comprends pas, comprends rien, mal de crâne, mal au ventre, mal au coeur,
    prise de tête, prend la tête, prise de bec, casse pieds, casse couilles, de mal en pis, trop de, tape à l'oeil,
    à bout, au bout du rouleau, à bout de souffle, à plat, à côté de la plaque, à la ramasse, à la traîne,
    hors sujet, hors service, hors de question, n'en peux plus, j'en peux plus, peux plus, dors pas, ça saoule,
    me saoule, ça soûle, fait chier, me fait chier, ça fait chier, fais chier, font chier, fait suer, fait pitié,
    font pitié, fait peur, ça fait peur, font peur, me fait peur, fait de la peine, de la peine, tire la gueule,
    fait la gueule, ferme ta gueule, sans gêne, langue de bois, poudre aux yeux, coup de gueule, coup bas,
    coup de poignard, mal barré, mal barrée, mal parti, mal partie, ne sert à rien, sert à rien, servent à rien,
    servir à rien, pas servi, ne vaut rien, vaut rien, pas à la hauteur de, bras cassés, en danger, en péril,
    en voie d'extinction, en voie de disparition, mis en cause, mise en cause, mis en examen, mise en examen,
    garde à vue, état d'urgence, cri d'alarme, sonnette d'alarme, gaz à effet de serre, marée noire, effet de serre,
    hausse des prix, tire la sonnette d'alarme, montré du doigt, pointé du doigt, mal vu, mal compris, mal renseigné,
    si seulement, n'a pas marché, pas marché, pas réussi, pas mieux que, loin d'être, loin de là, arrive pas à,
    pas arrivé à, n'arrive pas, on s'ennuie, m'ennuie, m'ennuyer, s'ennuyer, je m'ennuie, je me suis ennuyé,
    je me suis ennuyée, cousu de fil blanc, sans relief, sans surprises, tombe à plat, tombent à plat, déjà vu,
    du déjà vu, pétard mouillé, eau de rose, fait défaut, temps perdu, dommage que, quel dommage, c'est dommage,
    si mauvais, à peine passable, prend l'eau, part en vrille, parti en vrille, mon dieu, au secours, pas d'accord,
    ça plante, plante tout le temps, plante toujours, ça rame, rame à mort, en vain, en dessous de tout, coûte cher,
    coûtent cher, coûte trop cher, trop chiant, passez votre chemin, passe ton chemin, tiré par les cheveux,
    tirée par les cheveux, tirés par les cheveux, traîne en longueur, tire en longueur, tourne en rond,
    tournent en rond, sonne faux, sonnent faux, de seconde zone, n'apporte rien, apporte rien, ne vaut pas,
    vaut pas le coup, vaut pas la peine, vaut pas son prix, vaut pas le prix, ne vaut pas le coup,
    ne vaut pas la peine, pas grand chose, sans grand intérêt, pas d'un grand intérêt, ne tient pas debout,
    tient pas debout, en roue libre, à oublier, vite oublié, ne suffit pas, suffit pas, ne parvient pas,
    parvient pas, n'arrive jamais, se la pète, pas venu, c'est lourd, même pas drôle, pas venue, peu crédible,
    peu inspiré, peu convaincant, aucune émotion, aucune originalité, aucun charme, aucun rythme, manque de rythme,
    manque d'originalité, c'est plate, trop plate, usine à gaz, à pleurer, va te coucher, batterie nulle,
    batterie ne tient pas, ça bug, ça bugue, ça lag, écran noir, pas remboursée, service client aux abonnés absents,
    aux abonnés absents, pas de sav, colis perdu, colis jamais reçu, colis abîmé, pas intuitif, pas ergonomique,
    toujours en attente, en attente depuis, depuis des semaines, attends depuis, attends toujours,
    livraison interminable, délais interminables, délai interminable, délais trop longs, mal traduit, mal traduite,
    mal fini, mal finie, mal finies, mauvaise odeur, mauvaise finition, mauvaises finitions, mauvais service,
    pas aimable, peu aimable, pas professionnel, pas professionnels, peu professionnel, manque de professionnalisme,
    manque de respect, manque de communication, manque d'information, non respecté, non respectés, pas respecté,
    pas respectés, pas tenu, pas tenues, promesses non tenues, ne vaut pas son prix`,
  '-3': `ça craint, ça craint vraiment, n'importe quoi, c'est n'importe quoi, du n'importe quoi, grand n'importe quoi,
    laisse à désirer, laissent à désirer, laisse vraiment à désirer, ras le bol, ras la casquette, ras le cul,
    plein le dos, plein les couilles, ne marche pas, marche pas, ne marche plus, marche plus, marchent pas,
    marche mal, ne fonctionne pas, fonctionne pas, ne fonctionne plus, fonctionne plus, fonctionnent pas,
    fonctionne mal, ne tient pas, tient pas, ne recommande pas, je ne recommande pas, recommande pas,
    ne recommande pas du tout, je déconseille, je ne conseille pas, conseille pas, ne conseille pas, n'achetez pas,
    achetez pas, n'achetez surtout pas, ne pas acheter, plus jamais, jamais plus, ne rachèterai pas, rachèterai pas,
    je ne rachèterai pas, ne rachète pas, rachète pas, n'achèterai plus, n'y reviendrai pas, à éviter, à fuir,
    hors de prix, prix exorbitant, prix abusé, prix excessif, beaucoup trop cher, bien trop cher, vraiment trop cher,
    trop trop cher, perte de temps, perdre son temps, perdre mon temps, perdre votre temps, perdez pas votre temps,
    perdu mon temps, perdre de temps, perte d'argent, jeter l'argent, argent jeté, argent par les fenêtres,
    gaspillage d'argent, argent foutu en l'air, très déçu, très déçue, trop déçu, trop déçue, tellement déçu,
    tellement déçue, vraiment déçu, vraiment déçue, super déçu, super déçue, déçu déçu, quelle déception,
    grosse déception, grande déception, énorme déception, pas du tout satisfait, pas du tout satisfaite,
    pas du tout content, pas du tout contente, foutage de gueule, se foutent de, se fout de, se foutre de,
    se moque du monde, se moquer du monde, moquent du monde, prend pour des cons, prennent pour des cons,
    prendre pour des cons, pour des pigeons, pris pour un con, rien à foutre, j'en ai marre, en ai marre,
    y en a marre, marre de, ça me gave, me gave, ça gave, me gonfle, ça m'énerve, m'énerve, me dégoûte, ça dégoûte,
    m'agace, me stresse, ça me dégoûte, c'est nul, trop nul, nul à chier, à chier, à vomir, à gerber, de merde,
    la merde, c'est de la merde, une merde, grosse merde, tas de merde, pourri gâté, à la con, con comme,
    à deux balles, à la poubelle, direct poubelle, direction poubelle, poubelle direct, fini à la poubelle,
    finir à la poubelle, c'est une honte, quelle honte, une honte, la honte, trop la honte, c'est honteux,
    c'est scandaleux, c'est inadmissible, un scandale, c'est un scandale, une arnaque, c'est de l'arnaque,
    pure arnaque, belle arnaque, grosse arnaque, du vol, c'est du vol, attention arnaque, publicité mensongère,
    service client nul, service client déplorable, service après vente déplorable, pire que tout, de pire en pire,
    le pire, la pire, les pires, encore pire, le comble, sans scrupule, sans scrupules, sans vergogne, sans pitié,
    sans coeur, un désastre, une catastrophe, c'est une catastrophe, la cata, c'est la cata, un cauchemar,
    un calvaire, un fiasco, un flop, un bide, gros bide, gros flop, un navet, sombre merde, bon débarras,
    va te faire, vas te faire, allez vous faire, ta gueule, vos gueules, j'ai le seum, le seum, trop le seum,
    pas de bol, on s'en fout, s'en fout, m'en fous, m'en fiche, on s'en fiche, rien à cirer, ça pue, ça sent mauvais,
    sent mauvais, sent pas bon, sentir mauvais, ne fait rien, aucun effet, aucun résultat, aucune efficacité,
    aucune différence, aucune tenue, pas de résultat, pas de résultats, sans effet, aucun goût, mort né,
    perdu d'avance, vendeur de rêve, pompe à fric, pompes à fric, vache à lait, machine à fric, tiroir caisse,
    pris en otage, prise en otage, mise à mort, met à mal, mis à mal, mettre à mal, porte atteinte, c'est grave,
    est grave, très grave, plus grave, problème grave, grave erreur, grave crise, crise grave, accident grave,
    mal être, mauvais film, mauvais produit, gros problème, gros problèmes, arrêt cardiaque, peine de mort,
    ça casse pas des briques, casse pas des briques, pas des briques, pas trois pattes à un canard, nous prend pour,
    crève coeur, c'est triste, trop triste, j'ai honte, me fait honte, qu'on en finisse, à bannir, pas digne,
    indigne d, c'est poche, trop poche, vraiment poche, pub mensongère, pubs mensongères, poudre de perlimpinpin,
    miroir aux alouettes, attrape nigaud, attrape couillon, attrape gogo, me suis fait avoir, m'être fait avoir,
    se faire avoir, se fait avoir, fait avoir, vendu du rêve, mis au rebut, plus jamais chez, client perdu,
    cliente perdue, a tout cassé, honte à vous, honte à, je boycotte, n'a jamais marché, jamais fonctionné,
    jamais marché, n'a jamais fonctionné, ne répond pas, répondent pas, ne répondent jamais, ne répond jamais,
    personne ne répond, raccroche au nez, aucun remboursement, refuse de rembourser, refusent de rembourser`,
  '-4': `éclaté au sol, claqué au sol, éclatée au sol, claquée au sol, pire achat, le pire achat, pire expérience,
    la pire expérience, pire film, le pire film, pire que jamais, à fuir absolument, fuyez vite, fuir à tout prix,
    à éviter absolument, à éviter à tout prix, bonne poubelle, nul nul nul, zéro pointé, plus jamais de la vie,
    crime contre l'humanité, insulte à, insulte au, catastrophe écologique, catastrophe naturelle,
    catastrophe nucléaire, fils de pute, va mourir, nique ta mère, c'est une horreur, une horreur`,
  '-5': `le pire film de tous les temps, crimes contre l'humanité`,
};

/** The lists as they are written, by class. */
export const frenchLists = { words, adjectives, nouns, verbs, phrases };

/** Folded spellings of inflected forms that are above all another, neutral word. */
const ambiguous = new Set(
  `plu plus plue plues nuit offre offres outre epouvante aimerais aimerait aimeraient inspire gene genes peine
  peines rie detaille precis relaxe relaxes passions vainc souris foire foires empire empires dupe dupes aimant
  aimants paume paumes arriere arrieres hair ampoule ampoules implique impliques culotte culottes use uses borne
  bornes console consoles garantie garanties alarme alarmes dure dures vice`.split(spaced),
);

/** Every surface form, folded as tokens are, with its value -5..5. */
export const frenchLexicon: () => ReadonlyMap<string, number> = once(() => {
  const entries = new Map<string, number>();
  for (const [valued, formsOf] of [
    [words, (word: string) => [word]],
    [adjectives, adjectiveForms],
    [nouns, nounForms],
    [verbs, verbForms],
  ] as const)
    for (const [lemma, value] of valuedEntries(valued, spaced))
      for (const form of formsOf(lemma)) {
        const folded = foldEntry(form);
        if (!ambiguous.has(folded) && !entries.has(folded)) entries.set(folded, value);
      }
  return entries;
});

/** Expressions as folded words with one space between them, with their value -5..5; 0 says that their words mean nothing. */
export const frenchPhrases: () => ReadonlyMap<string, number> = once(() => foldValued(phrases, commaed));
