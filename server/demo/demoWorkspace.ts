import { type Workspace, workspaceSchema } from '../../shared/domain.ts';
import { hourMs, minuteMs } from '../../shared/rollup.ts';
import { pastLaunches, pastLaunchOf, spendColumn } from './pastLaunches.ts';

export const demoZone = 'Europe/Paris';

/** Brands, themes and the launches of the demo. All invented. `startAt` is the launch's T0, epoch ms. */
export function demoWorkspace(startAt: number): Workspace {
  return workspaceSchema.parse({
    version: 1,
    name: 'Demo: a launch of invented brands',
    timeZone: demoZone,
    brands: [
      {
        id: 'solenne',
        name: 'Solenne',
        query: 'solenne OR "maison solenne" OR (lumière NEAR/3 (serum, sérum)) NOT "rue solenne"',
        color: 1,
      },
      { id: 'auree', name: 'Maison Aurée', query: '"maison aurée" OR aurée', color: 2 },
      { id: 'kaoline', name: 'Kaoline', query: 'kaoline', color: 3 },
      { id: 'nordvale', name: 'Nordvale', query: 'nordvale NOT "nordvale station"', color: 4 },
    ],
    brandSets: [{ id: 'serums', name: 'Serums', brands: ['solenne', 'auree', 'kaoline', 'nordvale'] }],
    themes: [
      {
        id: 'texture',
        name: 'Texture',
        query:
          'texture, sticky, silky, greasy, light, melts, sinks, absorb*, colle, collant*, soyeu*, gras, "ça fond", pénètre, fluide',
      },
      {
        id: 'efficacy',
        name: 'Efficacy',
        names: { fr: 'Efficacité' },
        query:
          'works, results, glow*, brighter, smoother, plumper, "dark spot*", wrinkle*, difference, efficace*, résultat*, éclat, lisse*, ridule*, tache*, différence',
      },
      {
        id: 'scent',
        name: 'Scent',
        names: { fr: 'Parfum' },
        query: 'scent*, smell*, fragrance, perfume*, odeur, parfum*, "ça sent", senteur',
      },
      {
        id: 'price',
        name: 'Price',
        names: { fr: 'Prix' },
        query:
          'price*, pricey, expensive, cheap*, cost*, worth, euros, "30 ml", refill, prix, cher, chère, coûte*, recharge',
      },
      {
        id: 'packaging',
        name: 'Packaging',
        names: { fr: 'Emballage' },
        query: 'bottle, pump, packaging, box, dropper, cap, flacon, pompe, emballage, boîte, pipette, bouchon',
      },
      {
        id: 'availability',
        name: 'Availability',
        names: { fr: 'Disponibilité' },
        query:
          '"sold out", restock*, "out of stock", available, delivery, deliver*, stock, shipping, rupture, disponible, livraison, livré*, réassort',
      },
      {
        id: 'skin-reaction',
        name: 'Skin reaction',
        names: { fr: 'Réaction cutanée' },
        query:
          'redness, rash, itch*, burn*, sting*, irritat*, allerg*, breakout*, "red patches", rougeur*, plaque*, brûl*, pique*, démange*, bouton*, irrit*',
      },
      {
        id: 'ethics',
        name: 'Ethics',
        names: { fr: 'Éthique' },
        query:
          'vegan, cruelty, ingredient*, sustainab*, recyclable, plastic, microplastic*, végan, ingrédient*, plastique, recyclable*, éthique',
      },
    ],
    outcome: { name: 'market share', names: { fr: 'part de marché' }, unit: '%' },
    launches: [
      {
        id: 'lumiere',
        name: 'Solenne Lumière serum',
        names: { fr: 'Sérum Solenne Lumière' },
        brand: 'solenne',
        query: 'lumière NEAR/3 (serum, sérum)',
        at: startAt,
        timeZone: demoZone,
        events: [
          { at: startAt - 26 * hourMs, name: 'teaser film', names: { fr: 'film d’annonce' }, kind: 'film' },
          { at: startAt, name: 'web shop opens', names: { fr: 'ouverture en ligne' }, kind: 'sale' },
          { at: startAt + 80 * minuteMs, name: 'film out', names: { fr: 'sortie du film' }, kind: 'film' },
          { at: startAt + 220 * minuteMs, name: 'sold out online', names: { fr: 'rupture en ligne' }, kind: 'stock' },
        ],
        decisions: [],
        columns: [{ name: spendColumn, value: 520 }],
      },
      ...pastLaunches.map((past) => pastLaunchOf(startAt, past, 'solenne', demoZone)),
    ],
  });
}
