"""The maps behind the places of a case: outlines, projections, drawing and lettering."""
