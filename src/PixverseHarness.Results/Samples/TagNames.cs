using System.Text;

namespace PixverseHarness.Results.Samples;

/// <summary>Turns PascalCase names into the snake_case of tags.</summary>
internal static class TagNames
{
    public static string Of(string pascal)
    {
        var text = new StringBuilder(pascal.Length + 4);
        foreach (var letter in pascal)
        {
            if (char.IsUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }
}
