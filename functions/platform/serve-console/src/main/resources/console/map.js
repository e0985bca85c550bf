// The map of the search page: the same leads as the list, at their rounded places. Without
// JavaScript the page says so and the list stays complete.
import * as maplibregl from "/console/assets/maplibre-gl/maplibre-gl.mjs";

const container = document.getElementById("map");
if (container) {
  container.replaceChildren();
  show(container).catch(() => {
    container.textContent = "The map could not be drawn in this browser. The list shows the same leads.";
  });
}

async function show(container) {
  const colour = (name) => getComputedStyle(document.documentElement).getPropertyValue(name).trim();
  const probe = document.createElement("span");
  container.append(probe);
  const resolved = (name) => {
    probe.style.color = `var(${name})`;
    return getComputedStyle(probe).color || colour(name);
  };
  const [land, water, line, accent, ground] =
    ["--land", "--water", "--line", "--accent", "--surface"].map(resolved);
  probe.remove();

  const map = new maplibregl.Map({
    container,
    attributionControl: false,
    canvasContextAttributes: { preserveDrawingBuffer: true },
    bounds: [[-125, 24], [-66, 50]],
    fitBoundsOptions: { padding: 16 },
    locale: { "Map.Title": "Map of the leads found" },
    style: {
      version: 8,
      sources: {
        land: { type: "geojson", data: "/console/assets/console/land.json" },
        leads: { type: "geojson", data: `/console/leads/points${location.search}`, cluster: true, clusterRadius: 36, clusterMaxZoom: 13, clusterProperties: { sum: ["+", ["get", "count"]] } },
      },
      layers: [
        { id: "water", type: "background", paint: { "background-color": water } },
        { id: "land", type: "fill", source: "land", paint: { "fill-color": land } },
        { id: "shore", type: "line", source: "land", paint: { "line-color": line, "line-width": 1 } },
        {
          id: "clusters", type: "circle", source: "leads", filter: ["has", "point_count"],
          paint: {
            "circle-color": accent, "circle-opacity": 0.75, "circle-stroke-color": ground, "circle-stroke-width": 2,
            "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "sum"]], 1, 8, 60, 36],
          },
        },
        {
          id: "points", type: "circle", source: "leads", filter: ["!", ["has", "point_count"]],
          paint: { "circle-color": accent, "circle-radius": ["interpolate", ["linear"], ["sqrt", ["get", "count"]], 1, 6, 60, 36], "circle-stroke-color": ground, "circle-stroke-width": 2 },
        },
      ],
    },
  });
  map.addControl(new maplibregl.NavigationControl({ showCompass: false }), "top-right");
  map.on("load", () => fit(map));
  map.once("idle", () => container.setAttribute("data-drawn", "true"));

  map.on("click", "clusters", async (event) => {
    const [cluster] = event.features;
    const zoom = await map.getSource("leads").getClusterExpansionZoom(cluster.properties.cluster_id);
    map.easeTo({ center: cluster.geometry.coordinates, zoom });
  });
  map.on("click", "points", (event) => {
    const [point] = event.features;
    const { id, label, count } = point.properties;
    if (!id) {
      map.easeTo({ center: point.geometry.coordinates, zoom: map.getZoom() + 2 });
      return;
    }
    const link = document.createElement("a");
    link.href = `/console/leads/${encodeURIComponent(id)}`;
    link.textContent = count === 1 ? `A lead for ${label}` : `${count} leads, ${label}`;
    new maplibregl.Popup().setLngLat(point.geometry.coordinates).setDOMContent(link).addTo(map);
  });
  for (const layer of ["clusters", "points"]) {
    map.on("mouseenter", layer, () => { map.getCanvas().classList.add("pointing"); });
    map.on("mouseleave", layer, () => { map.getCanvas().classList.remove("pointing"); });
  }

  const here = document.getElementById("search-here");
  here.hidden = false;
  here.addEventListener("click", () => {
    const box = map.getBounds();
    const search = new URLSearchParams(location.search);
    search.delete("cursor");
    search.set("box", [box.getSouth(), box.getWest(), box.getNorth(), box.getEast()].map((degree) => degree.toFixed(4)).join(","));
    location.search = search.toString();
  });
}

async function fit(map) {
  const data = await map.getSource("leads").getData();
  if (data.features.length === 0) return;
  const bounds = new maplibregl.LngLatBounds();
  data.features.forEach((feature) => bounds.extend(feature.geometry.coordinates));
  map.fitBounds(bounds, { padding: 48, maxZoom: 12, animate: false });
}
