using System.Diagnostics;
using System.Globalization;
using System.Reflection;
using System.Text;
using System.Text.Json;
using Microsoft.CodeAnalysis;
using Microsoft.CodeAnalysis.Text;
using OgGen.Generator;
using OgGen.Generator.Tests.Reading;
using OgGen.Json;

namespace OgGen.Benchmarks.Json;

/// <summary>
/// How fast the values of the property test of union reading are read: random schemas that refer to each other, mostly unions, and values
/// that fit them more or less. In processor time, for a machine that has other work.
/// </summary>
internal static class UnionReadingRun
{
    private const int Documents = 24;
    private const int ValuesPerDocument = 60;
    private static readonly TimeSpan s_round = TimeSpan.FromMilliseconds(60);
    private static readonly TimeSpan s_settling = TimeSpan.FromSeconds(4);
    private static readonly TimeSpan s_longest = TimeSpan.FromSeconds(30);

    public static string Run()
    {
        var report = new StringBuilder();
        List<double> speeds = [];
        for (int seed = 1; seed <= Documents; seed++)
        {
            (Action<byte[]> Read, byte[] Json)[] values = [.. Values(seed)];
            int bytes = values.Sum(static value => value.Json.Length);
            double speed = Speed(values, bytes);
            speeds.Add(speed);
            report.AppendLine(
                CultureInfo.InvariantCulture,
                $"document {seed,2}: {speed,6:N1} MB/s, {values.Length} values, {bytes / values.Length,5} bytes each");
        }

        report.AppendLine(
            CultureInfo.InvariantCulture, $"slowest {speeds.Min():N1} MB/s, median {Median.Of(speeds):N1} MB/s (processor time)");
        return report.ToString();
    }

    /// <summary>The values of a document that are objects, with what reads them; a union of objects refuses others.</summary>
    private static IEnumerable<(Action<byte[]> Read, byte[] Json)> Values(int seed)
    {
        var document = new RandomDocument(seed);
        Assembly assembly = Load(document.Schemas());
        Action<byte[]>[] readers = [Reader(assembly, "T0"), Reader(assembly, "T1")];
        for (int sample = 0; sample < ValuesPerDocument; sample++)
        {
            string json = document.Value(sample % 2);
            if (json.StartsWith('{'))
            {
                yield return (readers[sample % 2], Encoding.UTF8.GetBytes(json));
            }
        }
    }

    /// <summary>
    /// Megabytes a second in the fastest round, once no round has been faster by a twentieth for some seconds: methods are compiled anew
    /// for speed while they run, the last of them seconds after they have got busy, and until then take twice the time.
    /// </summary>
    private static double Speed((Action<byte[]> Read, byte[] Json)[] values, int bytes)
    {
        double fastest = 0;
        var total = Stopwatch.StartNew();
        var sinceFaster = Stopwatch.StartNew();
        while (sinceFaster.Elapsed < s_settling && total.Elapsed < s_longest)
        {
            double speed = bytes / Round(values, s_round).TotalMicroseconds;
            if (speed > fastest * 1.05)
            {
                sinceFaster.Restart();
            }

            fastest = Math.Max(fastest, speed);
        }

        return fastest;
    }

    /// <summary>The processor time of reading all values once.</summary>
    private static TimeSpan Round((Action<byte[]> Read, byte[] Json)[] values, TimeSpan atLeast)
    {
        int times = 0;
        TimeSpan before = Environment.CpuUsage.TotalTime;
        TimeSpan spent;
        do
        {
            foreach ((Action<byte[]> read, byte[] json) in values)
            {
                read(json);
            }

            times++;
            spent = Environment.CpuUsage.TotalTime - before;
        }
        while (spent < atLeast);
        return spent / times;
    }

    private static Assembly Load(string schemas)
    {
        string text = $$"""
            { "openapi": "3.1.0", "info": { "title": "Reading", "version": "1" }, "servers": [{ "url": "https://api.example.com" }],
              "paths": {}, "components": { "schemas": {{schemas}} } }
            """;
        var document = new Host.Document("/spec/reading.json", SourceText.From(text, Encoding.UTF8));
        Compilation consumer = Host.Compilation("");
        consumer = consumer.WithOptions(consumer.Options.WithOptimizationLevel(OptimizationLevel.Release));
        Host.Driver(new OpenApiClientGenerator(), document).RunGeneratorsAndUpdateCompilation(consumer, out Compilation output, out _);
        using var image = new MemoryStream();
        var result = output.Emit(image);
        return result.Success
            ? Assembly.Load(image.ToArray())
            : throw new InvalidOperationException(string.Join('\n', result.Diagnostics));
    }

    private static Action<byte[]> Reader(Assembly assembly, string schema)
        => typeof(UnionReadingRun).GetMethod(nameof(Read), BindingFlags.NonPublic | BindingFlags.Static)!
            .MakeGenericMethod(assembly.GetType("Measured." + schema, throwOnError: true)!)
            .CreateDelegate<Action<byte[]>>();

    private static void Read<T>(byte[] json)
        where T : IJsonModel<T>
        => JsonModel.Parse<T>(json);
}
