namespace OgGen.Benchmarks;

/// <summary>The value in the middle, which a machine with other work moves less than the mean.</summary>
internal static class Median
{
    /// <exception cref="IndexOutOfRangeException">There are no values.</exception>
    public static double Of(IEnumerable<double> values)
    {
        double[] sorted = [.. values.Order()];
        return sorted[sorted.Length / 2];
    }
}
