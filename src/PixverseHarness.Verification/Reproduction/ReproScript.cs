using System.Globalization;
using System.Text;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Results.Findings;
using PixverseHarness.Verification.Conversations;

namespace PixverseHarness.Verification.Reproduction;

/// <summary>
/// Writes a bash script that brings a finding about again: it has the part of the conversation that leads there, takes
/// the request id from the submit, polls with a deadline, and exits with 1 when it sees the finding, with 0 when it
/// does not, and with 2 when it did not come so far.
/// </summary>
internal static class ReproScript
{
    private const int MostReplayed = 40;
    private const string Id = "$id";
    private static readonly TimeSpan LongWait = TimeSpan.FromSeconds(10);

    /// <summary>The script of a finding.</summary>
    /// <param name="finding">What was found.</param>
    /// <param name="exchange">Where it shows.</param>
    public static string Of(Finding finding, Exchange exchange)
    {
        var scene = exchange.Conversation.Scene;
        var script = new StringBuilder("#!/usr/bin/env bash\n");
        Comment(script, $"{finding.Id}: {finding.Clause}");
        Comment(script, finding.Message);
        Comment(script, $"at {finding.Where}");
        Comment(script, $"expected {finding.Expected}");
        Comment(script, $"seen {finding.Seen}");
        script.Append("set -u\n");
        script.Append(": \"${SEGMIND_API_KEY:?set it to a valid key}\"\n: \"${SEGMIND_OTHER_KEY:=}\"\n");
        var isNowhere = scene.At("/").Host.EndsWith(".invalid", StringComparison.Ordinal);
        script.Append(isNowhere ? "base=${BASE_URL:?set it to the origin of a target, such as that of pixverse simulate}\n" : $"base=${{BASE_URL:-{scene.BaseUrl}}}\n");
        script.Append(CultureInfo.InvariantCulture, $"pass() {{ {scene.ShellAdvance ?? "sleep \"$1\""}; }}\n\n");
        if (SubmitOf(exchange) is { } submit)
        {
            AppendJob(script, submit, exchange);
        }
        else
        {
            AppendBefore(script, exchange);
        }

        AppendLook(script, finding, exchange);
        return script.ToString();
    }

    private static Exchange? SubmitOf(Exchange exchange) => exchange.Conversation.Exchanges.FirstOrDefault(
        e => e.Number < exchange.Number && e.TextAt("/request_id") is { Length: > 0 } id && exchange.Request.Uri.AbsolutePath.Contains(id, StringComparison.Ordinal)
            && e.Request.Operation == ApiOperation.Submit);

    private static void AppendJob(StringBuilder script, Exchange submit, Exchange exchange)
    {
        var id = submit.TextAt("/request_id")!;
        script.Append("id=$(").Append(Curl(submit, id)).Append(" | tr -d '\\n' | sed -n 's/.*\"request_id\": *\"\\([^\"]*\\)\".*/\\1/p')\n");
        script.Append("[ -n \"$id\" ] || { echo 'the submit gave no request_id'; exit 2; }\n");
        var end = exchange.Conversation.Exchanges.FirstOrDefault(
            e => e.Number <= exchange.Number && e.Request.Operation == ApiOperation.GetStatus && e.Request.Uri.AbsolutePath.Contains(id, StringComparison.Ordinal)
                && JobStates.Parse(e.TextAt("/status"))?.IsTerminal() == true);
        if (end is null)
        {
            AppendPass(script, exchange.SentAt - submit.AnsweredAt);
            return;
        }

        script.Append("deadline=$((SECONDS + 900))\n");
        script.Append("until ").Append(Curl(end, id)).Append(" | grep -Eq '\"status\": *\"(COMPLETED|FAILED)\"'; do\n");
        script.Append("  [ $SECONDS -lt $deadline ] || { echo 'the job did not end in time'; exit 2; }\n  pass 2\ndone\n");
        AppendPass(script, exchange.SentAt - end.AnsweredAt);
    }

    // Limits and balances depend on everything that was sent before.
    private static void AppendBefore(StringBuilder script, Exchange exchange)
    {
        var before = exchange.Conversation.Exchanges.Where(e => e.Number < exchange.Number && e.Request.Operation is ApiOperation.Submit or ApiOperation.GenerateSync).ToArray();
        if (exchange.Conversation.Exchanges.Count > MostReplayed || exchange.Request.Operation is not (ApiOperation.Submit or ApiOperation.GenerateSync or ApiOperation.GetCredits))
        {
            return;
        }

        foreach (var (earlier, next) in before.Where(e => e.Number < exchange.Number).Zip(before.Where(e => e.Number < exchange.Number).Skip(1).Append(exchange)))
        {
            script.Append(Curl(earlier, "")).Append(" -o /dev/null\n");
            AppendPass(script, next.SentAt - earlier.AnsweredAt);
        }
    }

    private static void AppendPass(StringBuilder script, TimeSpan time)
    {
        if (time > LongWait)
        {
            script.Append(CultureInfo.InvariantCulture, $"pass {Math.Ceiling(time.TotalSeconds):0}\n");
        }
    }

    private static void AppendLook(StringBuilder script, Finding finding, Exchange exchange)
    {
        var id = SubmitOf(exchange)?.TextAt("/request_id") ?? "";
        script.Append("answer=$(").Append(Curl(exchange, id)).Append(")\n");
        script.Append("printf '%s\\n' \"$answer\"\n");
        script.Append("if ").Append(Condition(finding, exchange)).Append("; then\n");
        script.Append(CultureInfo.InvariantCulture, $"  echo {CurlLine.Quoted($"{finding.Id} seen again: {finding.Clause}, expected {finding.Expected}")}\n  exit 1\nfi\n");
        script.Append(CultureInfo.InvariantCulture, $"echo '{finding.Id} not seen'\n");
    }

    // Looks for what was seen: the status, the member with its value or without it, the header.
    private static string Condition(Finding finding, Exchange exchange)
    {
        var part = finding.Where[(finding.Where.LastIndexOf(' ') + 1)..];
        if (part.StartsWith('/'))
        {
            var name = part[(part.LastIndexOf('/') + 1)..];
            return exchange.At(part) is { } value
                ? $"printf '%s' \"$answer\" | tr -d '\\n' | grep -qF -- {CurlLine.Quoted($"\"{name}\":{First(value.GetRawText())}")}"
                : $"! printf '%s' \"$answer\" | grep -qF -- {CurlLine.Quoted($"\"{name}\":")}";
        }

        if (part is "status" or "body" or "time")
        {
            return string.Create(CultureInfo.InvariantCulture, $"printf '%s' \"$answer\" | head -n 1 | grep -qF -- ' {exchange.Status}'");
        }

        return exchange.Header(part) is { } seen
            ? $"printf '%s' \"$answer\" | grep -qiF -- {CurlLine.Quoted($"{part}: {seen}")}"
            : $"! printf '%s' \"$answer\" | grep -qi -- {CurlLine.Quoted($"^{part}:")}";
    }

    // Of texts, objects and arrays only the beginning: ids and times in them are others each time.
    private static string First(string raw) => raw[0] is '"' or '{' or '[' ? raw[..1] : raw;

    private static string Curl(Exchange exchange, string id)
    {
        var scene = exchange.Conversation.Scene;
        var url = exchange.Request.Uri.AbsoluteUri;
        url = url.StartsWith(scene.BaseUrl, StringComparison.Ordinal) ? $"$base{url[scene.BaseUrl.Length..]}" : url;
        url = id.Length > 0 ? url.Replace(id, Id, StringComparison.Ordinal) : url;
        return CurlLine.Of(exchange.Request, scene, $"\"{url}\"");
    }

    private static void Comment(StringBuilder script, string text) => script.Append("# ").Append(text.ReplaceLineEndings(" ")).Append('\n');
}
