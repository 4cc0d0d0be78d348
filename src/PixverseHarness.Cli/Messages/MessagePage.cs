using System.Globalization;
using System.Text;

namespace PixverseHarness.Cli.Messages;

/// <summary>Writes <c>docs/messages.md</c> and <c>docs/exit-codes.md</c> from the tables; a test holds the committed pages against it.</summary>
internal static class MessagePage
{
    /// <summary>The page of messages, in Markdown.</summary>
    public static string Messages()
    {
        var page = new StringBuilder(
            """
            # Messages

            Every fault that `pixverse` reports is one line on standard error and begins with `error` and one of these codes.
            A code never changes its meaning. The line itself says what is wrong, where, the value in quotes, what is allowed,
            the nearest match and the next step. Set `PIXVERSE_DEBUG=1` to see a stack trace behind PXH0001.

            | code | what | when | what to do | exit |
            |---|---|---|---|---|

            """);
        foreach (var message in MessageCatalogue.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {message.Code} | {message.Title} | {message.Meaning} | {message.Remedy} | {message.ExitCode} |\n");
        }

        return page.ToString();
    }

    /// <summary>The page of exit codes, in Markdown.</summary>
    public static string ExitCodePage()
    {
        var page = new StringBuilder(
            """
            # Exit codes

            "The target failed", "the harness failed" and "nothing was checked" have codes of their own, so that a script
            never takes one for another.

            | code | meaning |
            |---|---|

            """);
        foreach (var (code, meaning) in ExitCodes.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {code} | {meaning} |\n");
        }

        return page.ToString();
    }
}
