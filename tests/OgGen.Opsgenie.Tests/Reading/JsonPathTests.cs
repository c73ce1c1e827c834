
using OgGen.Generated;
