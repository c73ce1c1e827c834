namespace OgGen.Generator.Common;

/// <summary>Questions about the characters of a string, which LINQ asks through an object for each string.</summary>
internal static class Characters
{
    public static bool All(this string text, Func<char, bool> condition)
    {
        foreach (char c in text)
        {
            if (!condition(c))
            {
                return false;
            }
        }

        return true;
    }

    public static bool Any(this string text, Func<char, bool> condition)
    {
        foreach (char c in text)
        {
            if (condition(c))
            {
                return true;
            }
        }

        return false;
    }
}
