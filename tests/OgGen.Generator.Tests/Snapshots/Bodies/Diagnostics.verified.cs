// /spec/bodies.yaml(116,49): warning OGG006: XML is not written; the body 'application/xml' is taken as text
