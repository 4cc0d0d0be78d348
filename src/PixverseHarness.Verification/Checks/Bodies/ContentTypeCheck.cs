using System.Collections.Immutable;
using PixverseHarness.Contract.Errors;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Checks.Bodies;

/// <summary>Content types that a POST may not have, and bodies that are no JSON object.</summary>
internal sealed class ContentTypeCheck : ClauseCheck
{
    private static readonly string[] WrongTypes =
        ["text/plain", "application/x-www-form-urlencoded", "application/xml", "text/json", "application/jsonp", "application/octet-stream"];

    private static readonly string[] Malformed = ["", "{", "{\"prompt\":", "{\"prompt\":\"a\",}", "prompt", "{'prompt':'a'}"];
    private static readonly string[] NotObjects = ["[]", "\"prompt\"", "5", "true", "null"];

    /// <inheritdoc/>
    public override ImmutableArray<string> Clauses =>
        ["PV-BODY-003", "PV-BODY-004", "PV-BODY-005", "PV-BODY-006", "PV-BODY-007", "PV-ERROR-004", .. Refusals.Clauses];

    /// <inheritdoc/>
    public override CheckCost Cost => CheckCost.Free;

    /// <inheritdoc/>
    public override async Task RunAsync(CheckRun run, CancellationToken cancellationToken)
    {
        if (await run.OpenAsync(cancellationToken) is not { } conversation)
        {
            return;
        }

        foreach (var operation in new[] { ApiOperation.Submit, ApiOperation.GenerateSync })
        {
            var post = conversation.Post(operation, Unknown.Body);
            Judge(run, "PV-BODY-003", await conversation.SendAsync(post with { ContentType = null }, cancellationToken));
            foreach (var type in WrongTypes)
            {
                Judge(run, "PV-BODY-004", await conversation.SendAsync(post with { ContentType = type }, cancellationToken));
            }

            foreach (var body in Malformed)
            {
                var answer = await conversation.SendAsync(post with { Body = Conversation.Json(body) }, cancellationToken);
                run.Refused("PV-BODY-006", answer, ErrorCauses.MalformedBody);
            }

            foreach (var body in NotObjects)
            {
                var answer = await conversation.SendAsync(post with { Body = Conversation.Json(body) }, cancellationToken);
                run.Refused("PV-BODY-007", answer, ErrorCauses.MalformedBody);
            }
        }
    }

    private static void Judge(CheckRun run, string clause, Exchange answer)
    {
        run.Refused(clause, answer, ErrorCauses.WrongContentType);
        run.Judge.Text("PV-BODY-005", answer, "/error", ErrorCauses.WrongContentType.Message);
        run.Judge.Status("PV-ERROR-004", answer, 406);
    }
}
