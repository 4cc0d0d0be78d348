using System.Globalization;
using System.Text;

namespace PixverseHarness.Client;

/// <summary>Small conversions for messages.</summary>
internal static class Text
{
    private const int LongestLine = 600;

    /// <summary>Cuts a text to one line of bounded length, so that a hostile answer cannot forge log lines.</summary>
    public static string OneLine(string text)
    {
        var shown = text.Length <= LongestLine ? text : string.Concat(text.AsSpan(0, LongestLine), "...");
        return shown.Any(char.IsControl) ? string.Concat(shown.Select(c => char.IsControl(c) ? ' ' : c)) : shown;
    }

    public static string Number(int value) => value.ToString(CultureInfo.InvariantCulture);

    /// <summary><c>ConnectionReset</c> becomes <c>connection_reset</c>.</summary>
    public static string SnakeCase<T>(T value)
        where T : struct, Enum
    {
        var name = new StringBuilder();
        foreach (var letter in value.ToString())
        {
            if (char.IsUpper(letter) && name.Length > 0)
            {
                name.Append('_');
            }

            name.Append(char.ToLowerInvariant(letter));
        }

        return name.ToString();
    }
}
