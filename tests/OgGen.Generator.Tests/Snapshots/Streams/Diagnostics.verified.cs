// /spec/streams.yaml(30,68): warning OGG006: The parts of the body 'multipart/mixed' are no members of an object; they are added by hand
