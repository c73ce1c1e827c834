using System.Diagnostics.CodeAnalysis;
using Opsgenie;

namespace OgGen.Opsgenie.Keep;

/// <summary>The command line. What is wrong with it is said without repeating a value: one could be a key.</summary>
internal static class CommandLine
{
    public const string Usage = """
        usage: opsgenie-keep export DIR [options]

        Keeps all policies with their order, and the action channels and actions of all teams, as JSON files in DIR. It only reads.

          --region us|eu        the instance of the account; us if nothing is said
          --address URL         another address: a proxy, an emulator
          --team ID             only this team's channels and actions; may be repeated; the list of teams is not asked for
          --key-file FILE       the file with the key; otherwise the variable OPSGENIE_API_KEY
          --with-secrets FILE   also keep the secrets of channels, in this file and nowhere else

        exit code: 0 all is kept, 1 nothing is (an error), 3 something could not be read: not-read.json in DIR lists it
        """;

    private static readonly HashSet<string> s_keyOptions = ["--key", "--api-key", "--apikey", "--apiKey", "--token", "-k"];

    /// <summary>Reads the arguments behind <c>export</c>.</summary>
    /// <param name="arguments">The arguments.</param>
    /// <param name="settings">What they ask for, if they make sense.</param>
    /// <param name="problem">What is wrong with them, otherwise.</param>
    public static bool TryRead(
        ReadOnlySpan<string> arguments,
        [NotNullWhen(true)] out ExportSettings? settings,
        [NotNullWhen(false)] out string? problem)
    {
        settings = null;
        problem = null;
        string? directory = null;
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var teams = new List<string>();
        for (int i = 0; i < arguments.Length; i++)
        {
            string argument = arguments[i];
            if (!argument.StartsWith('-'))
            {
                problem = directory is null ? null : "There is one DIR, and here are two.";
                directory = argument;
            }
            else if (ReadOption(arguments, ref i, values, teams) is { } wrong)
            {
                problem = wrong;
            }

            if (problem is not null)
            {
                return false;
            }
        }

        if (string.IsNullOrWhiteSpace(directory))
        {
            problem = "DIR is missing: the folder to write.";
            return false;
        }

        Uri? address = Address(values, out problem);
        if (address is not null)
        {
            settings = new ExportSettings(
                directory, address, teams, values.GetValueOrDefault("--key-file"), values.GetValueOrDefault("--with-secrets"));
        }

        return address is not null;
    }

    private static string? ReadOption(ReadOnlySpan<string> arguments, ref int i, Dictionary<string, string> values, List<string> teams)
    {
        string option = arguments[i];
        int equals = option.IndexOf('=', StringComparison.Ordinal);
        string name = equals < 0 ? option : option[..equals];
        if (s_keyOptions.Contains(name))
        {
            return "The key is never an argument, because everybody on this machine can see arguments. "
                + "Set OPSGENIE_API_KEY, or use --key-file FILE.";
        }

        if (name is not ("--region" or "--address" or "--team" or "--key-file" or "--with-secrets"))
        {
            return $"There is no option {name}.";
        }

        // What begins with two dashes is the next option: the value was forgotten, or was that of a variable which is empty.
        string? value = equals >= 0 ? option[(equals + 1)..] : ++i < arguments.Length ? arguments[i] : null;
        if (string.IsNullOrWhiteSpace(value) || (equals < 0 && value.StartsWith("--", StringComparison.Ordinal)))
        {
            return $"{name} needs a value.";
        }

        if (name == "--team")
        {
            teams.Add(value);
            return null;
        }

        return values.TryAdd(name, value) ? null : $"{name} is given twice.";
    }

    private static Uri? Address(Dictionary<string, string> values, out string? problem)
    {
        problem = null;
        string? region = values.GetValueOrDefault("--region");
        if (values.TryGetValue("--address", out string? text))
        {
            if (region is not null)
            {
                problem = "--region and --address exclude each other.";
                return null;
            }

            try
            {
                return OpsgenieRegion.Custom(new Uri(text)).BaseAddress;
            }
            catch (Exception e) when (e is ArgumentException or UriFormatException)
            {
                problem = $"--address cannot be used: {e.Message}";
                return null;
            }
        }

        switch (region)
        {
            case null or "us":
                return OpsgenieRegion.Us.BaseAddress;
            case "eu":
                return OpsgenieRegion.Eu.BaseAddress;
            default:
                problem = "--region is us or eu.";
                return null;
        }
    }
}
