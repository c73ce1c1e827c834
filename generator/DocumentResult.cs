using OgGen.Generator.Common;
using OgGen.Generator.Diagnostics;
using OgGen.Generator.Model;

namespace OgGen.Generator;

/// <summary>The model and the diagnostics of one document.</summary>
internal sealed record DocumentResult(DocumentModel Model, EquatableArray<DiagnosticInfo> Diagnostics);
