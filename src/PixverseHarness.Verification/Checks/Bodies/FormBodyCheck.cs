using System.Collections.Immutable;
using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;
using PixverseHarness.Verification.Stories;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>A generation sent as a form.</summary>
internal sealed class FormBodyCheck : ClauseCheck
{
    private const string Boundary = "pixverse-form-boundary";

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses => ["PV-BODY-002", "PV-BODY-012"];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Paid;

    /// <inheritdoc/>
    public override ImmutableArray<Expense> Expenses => [JobStories.CompletedExpense with { Name = Name }];

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        var form = new StringBuilder();
        foreach (var (name, value) in new[]
        {
            ("prompt", JobStories.Plain.Prompt), ("aspect_ratio", "16:9"), ("duration", "5"), ("motion_mode", "normal"), ("quality", "540p"),
        })
        {
            form.Append(CultureInfo.InvariantCulture, $"--{Boundary}\r\nContent-Disposition: form-data; name=\"{name}\"\r\n\r\n{value}\r\n");
        }

        form.Append("--").Append(Boundary).Append("--\r\n");
        var post = conversation.Post(ApiOperation.Submit, Conversation.Json(form.ToString())) with { ContentType = $"multipart/form-data; boundary={Boundary}" };
        var answer = await conversation.SendAsync(post, cancellationToken);
        run.Judge.Status("PV-BODY-002", answer, OperationSpec.SuccessStatus);
        run.Judge.HasText("PV-BODY-002", answer, "/request_id");
        run.Judge.Observe("PV-BODY-012", $"one part for each parameter: {answer.Status}");
    }
}
