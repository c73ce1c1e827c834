using System.Text;

namespace OgGen.Generator.Tests.Harness;

/// <summary>The lines in which two texts differ, with their numbers: a minus for the first text, a plus for the second.</summary>
internal static class LineDifference
{
    private const int MostLines = 40;

    public static string Of(string before, string after)
    {
        string[] old = before.Split('\n');
        string[] now = after.Split('\n');
        int[,] common = CommonFrom(old, now);
        var lines = new List<string>();
        int i = 0;
        int j = 0;
        while (i < old.Length || j < now.Length)
        {
            if (i < old.Length && j < now.Length && old[i] == now[j])
            {
                i++;
                j++;
            }
            else if (j == now.Length || i < old.Length && common[i + 1, j] >= common[i, j + 1])
            {
                lines.Add($"  - {++i}: {old[i - 1]}");
            }
            else
            {
                lines.Add($"  + {++j}: {now[j - 1]}");
            }
        }

        var text = new StringBuilder();
        lines.Take(MostLines).ToList().ForEach(line => text.Append(line).Append('\n'));
        return lines.Count > MostLines ? text.Append("  … ").Append(lines.Count - MostLines).Append(" more\n").ToString() : text.ToString();
    }

    /// <summary>The length of the longest common sequence of lines from each pair of places on.</summary>
    private static int[,] CommonFrom(string[] old, string[] now)
    {
        int[,] common = new int[old.Length + 1, now.Length + 1];
        for (int i = old.Length - 1; i >= 0; i--)
        {
            for (int j = now.Length - 1; j >= 0; j--)
            {
                common[i, j] = old[i] == now[j] ? common[i + 1, j + 1] + 1 : Math.Max(common[i + 1, j], common[i, j + 1]);
            }
        }

        return common;
    }
}
