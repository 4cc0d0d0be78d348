using System.Text;
using System.Text.RegularExpressions;

namespace PixverseHarness.Cli.Messages;

/// <summary>Puts a value of the user into a message: on one line, printable, short, and without API keys.</summary>
internal static partial class Quoted
{
    private const int Longest = 80;

    /// <summary>The value in double quotes; control characters escaped, cut after 80 characters, API keys hidden.</summary>
    public static string Of(string value)
    {
        var shown = ApiKey().Replace(value, "SG_(hidden)");
        var text = new StringBuilder("\"");
        foreach (var rune in shown.EnumerateRunes())
        {
            if (text.Length > Longest)
            {
                text.Append('…');
                break;
            }

            text.Append(Rune.IsControl(rune) ? $"\\u{rune.Value:x4}" : rune.ToString());
        }

        return text.Append('"').ToString();
    }

    [GeneratedRegex("SG_[0-9A-Za-z]{8,}", RegexOptions.NonBacktracking)]
    private static partial Regex ApiKey();
}
