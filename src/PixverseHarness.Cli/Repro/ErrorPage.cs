using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;

namespace PixverseHarness.Cli.Repro;

/// <summary>Writes <c>docs/handling-every-error.md</c> from the contract's causes; a test holds the committed page against it.</summary>
internal static class ErrorPage
{
    private const string Introduction =
        """
        # Handling every Pixverse error

        Every error that the API is known to answer, by status. One status can have several causes, and only the words of
        the body tell them apart: go by the status first. An error is a JSON object with `error`, unless the table says
        otherwise; where the words are unknown, those shown are the twin's. Only completed jobs are charged.

        Each error can be met on your own machine: `pixverse repro NAME` shows the exchange and prints curl, C# and Python;
        with `--keep` the twin stays, for your own program. "Documented" is the API page, "observed" what third parties saw. Sections are those of the
        facts sheet that every sentence of the contract cites; `pixverse clauses` lists them.

        | status | name | when | billed | send it again? |
        |---|---|---|---|---|

        """;

    /// <summary>The page, in Markdown.</summary>
    public static string Text()
    {
        var page = new StringBuilder(Introduction);
        foreach (var cause in ErrorCauses.All)
        {
            page.Append(CultureInfo.InvariantCulture, $"| {Statuses(cause)} | [`{cause.Name}`](#{cause.Name}) | {cause.When} | {Billed(cause)} | {Reaction.To(cause.Retry).May} |\n");
        }

        foreach (var cause in ErrorCauses.All)
        {
            Append(page, cause);
        }

        return page.ToString();
    }

    private static void Append(StringBuilder page, ErrorCause cause)
    {
        var reaction = Reaction.To(cause.Retry);
        var body = cause.IsHtml ? "an HTML page" : $"`{{\"error\":\"{cause.Message}\"}}`{(cause.Stage == ErrorStage.Job ? ", with `status`, `metrics` and perhaps `request_id`" : "")}";
        page.Append(CultureInfo.InvariantCulture, $"\n## {cause.Name}\n\n");
        page.Append(CultureInfo.InvariantCulture, $"- Status: {Statuses(cause)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Body: {body}{(cause.WordingIsKnown ? "" : " (words of the twin)")}\n");
        page.Append(CultureInfo.InvariantCulture, $"- When: {cause.When}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Calls: {string.Join(", ", cause.Operations.Select(o => Operations.Get(o).Name))}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Billed: {Billed(cause)}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Send it again: {reaction.May}. {reaction.Advice}\n");
        page.Append(CultureInfo.InvariantCulture, $"- Known from: {cause.Evidence}; advice: {reaction.Source}\n");
        page.Append(CultureInfo.InvariantCulture, $"- See it: `pixverse repro {cause.Name}`\n");
    }

    private static string Statuses(ErrorCause cause)
    {
        var all = from operation in cause.Operations
                  from profile in (ApiProfile[])[ApiProfile.Documented, ApiProfile.Observed]
                  select (cause.StatusFor(profile, operation), operation, profile.Name);
        var usual = cause.Status.ToString(CultureInfo.InvariantCulture);
        var others = all.Where(one => one.Item1 != cause.Status).GroupBy(one => (one.Item1, one.operation)).Select(group => string.Create(
            CultureInfo.InvariantCulture, $"{group.Key.Item1} on {Operations.Get(group.Key.operation).Name}{(group.Count() == 1 ? $" as {group.First().Name}" : "")}"));
        return string.Join("; ", others.Prepend(usual));
    }

    private static string Billed(ErrorCause cause) =>
        cause.Stage == ErrorStage.Job || cause == ErrorCauses.SyncTimeout ? "no, the job ended without a video"
        : cause == ErrorCauses.ResultExpired ? "the job yes, if it completed"
        : cause.Retry == RetryAdvice.RetryReadsBackOff ? "a read no; a submit perhaps"
        : "no";
}
