namespace PixverseHarness.Reporting.Text;

/// <summary>Makes text safe for a terminal.</summary>
internal static class Plain
{
    /// <summary>Blanks out control characters: those of a target's text could move the cursor or fake a line.</summary>
    public static string OneLine(string text) => string.Concat(text.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
