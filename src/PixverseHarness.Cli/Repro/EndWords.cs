using System.Globalization;
using Microsoft.AspNetCore.WebUtilities;

namespace PixverseHarness.Cli.Repro;

/// <summary>Puts the end of an exchange into words.</summary>
internal static class EndWords
{
    /// <summary>For example <c>406 Not Acceptable</c> or <c>connection reset</c>.</summary>
    public static string Of(int? status, WireEnd end)
    {
        var answer = status is { } code ? string.Create(CultureInfo.InvariantCulture, $"{code} {ReasonPhrases.GetReasonPhrase(code)}").TrimEnd() : null;
        return end switch
        {
            WireEnd.Complete => answer ?? "no answer",
            WireEnd.Cut => $"{answer}, broken off",
            WireEnd.Closed => "connection closed without an answer",
            WireEnd.Reset => "connection reset",
            _ => answer is null ? "no answer in time" : $"{answer}, not whole in time",
        };
    }
}
