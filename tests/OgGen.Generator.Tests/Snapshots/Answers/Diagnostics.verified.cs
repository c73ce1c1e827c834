// /spec/answers.yaml(57,48): warning OGG006: XML is not read; the response 'application/xml' is returned as text
// /spec/answers.yaml(75,67): warning OGG006: The response has no content type that HTTP allows; it is returned as bytes
// /spec/answers.yaml(128,5): warning OGG006: The schema 'Loop' consists of itself and has no type of its own; any JSON is accepted instead
