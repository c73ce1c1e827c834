namespace OgGen.Opsgenie.Keep.Export;

/// <summary>The service does not know the key: nothing can be read.</summary>
internal sealed class KeyRefusedException(ApiException cause)
    : Exception("The service does not accept the key (401). A key of the other region looks the same: try --region.", cause);
