"""The process map as a picture and for other tools: where everything stands, BPMN 2.0, mermaid."""
