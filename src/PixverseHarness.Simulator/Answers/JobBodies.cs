using System.Text.Json;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Simulator.Jobs;

namespace PixverseHarness.Simulator.Answers;

/// <summary>
/// Bodies that speak of a job (sections 5 and 6). Members stand in alphabetical order, as seen live; nobody may rely
/// on it.
/// </summary>
internal static class JobBodies
{
    /// <summary>Answer to an accepted submit.</summary>
    public static byte[] Submitted(Job job, string baseUrl) => JsonBody.Object((job, baseUrl), static (writer, state) =>
    {
        Span<char> text = stackalloc char[RequestIds.MaxLength];
        ReadOnlySpan<char> id = text[..state.job.WriteId(text)];
        WriteUrl(writer, "poll_url", state.baseUrl, "/v1/requests/", id, "");
        writer.WriteString("request_id", id);
        WriteUrl(writer, "response_url", state.baseUrl, "/v2/requests/", id, "");
        writer.WriteString("status", JobState.Queued.ToWire());
        WriteUrl(writer, "status_url", state.baseUrl, "/v2/requests/", id, "/status");
    });

    /// <summary>A job that has not ended: the same on status and, where the profile says so, on result.</summary>
    public static byte[] Unfinished(Job job, JobState state, string baseUrl) => JsonBody.Object((job, state, baseUrl), static (writer, given) =>
    {
        Span<char> text = stackalloc char[RequestIds.MaxLength];
        ReadOnlySpan<char> id = text[..given.job.WriteId(text)];
        writer.WriteStartObject("metrics");
        writer.WriteEndObject();
        writer.WriteString("request_id", id);
        WriteUrl(writer, "response_url", given.baseUrl, "/v2/requests/", id, "");
        writer.WriteString("status", given.state.ToWire());
        WriteUrl(writer, "status_url", given.baseUrl, "/v2/requests/", id, "/status");
    });

    /// <summary>A completed job on the status call: no URLs, no output.</summary>
    public static byte[] CompletedStatus(Job job) => JsonBody.Object(job, static (writer, job) =>
    {
        Span<char> text = stackalloc char[RequestIds.MaxLength];
        WriteMetrics(writer, job);
        writer.WriteString("request_id", text[..job.WriteId(text)]);
        writer.WriteString("status", JobState.Completed.ToWire());
    });

    /// <summary>A completed job on the result call.</summary>
    public static byte[] CompletedResult(Job job, string outputUrl, int outputBytes) => JsonBody.Object((job, outputUrl, outputBytes), static (writer, given) =>
    {
        var (job, url, bytes) = given;
        writer.WriteNull("error");
        WriteMetrics(writer, job);
        writer.WriteString("output", url);
        writer.WriteString("prompt", job.Prompt);
        writer.WriteString("request_id", job.Id);
        writer.WriteString("seed", Text(job.Seed));
        writer.WriteString("status", JobState.Completed.ToWire());
        writer.WriteStartObject("timings");
        writer.WriteNumber("inference", Seconds(job.EndsAt - job.StartsAt));
        writer.WriteEndObject();
        writer.WriteStartObject("video");
        writer.WriteString("content_type", "video/mp4");
        writer.WriteString("file_name", url[(url.LastIndexOf('/') + 1)..]);
        writer.WriteString("file_size", Text(bytes));
        writer.WriteString("url", url);
        writer.WriteEndObject();
    });

    /// <summary>A failed job, on status and result alike: no cost, nothing was charged.</summary>
    public static byte[] Failed(Job job, ApiProfile profile) => JsonBody.Object((job, profile), static (writer, given) =>
    {
        var (job, profile) = given;
        writer.WriteString("error", job.FailureMessage ?? job.Failure!.Message);
        WriteMetrics(writer, job);
        if (profile.FailedBodyHasRequestId)
        {
            writer.WriteString("request_id", job.Id);
        }

        writer.WriteString("status", JobState.Failed.ToWire());
    });

    /// <summary>A duration as the wire has it: seconds with up to four decimals.</summary>
    public static decimal Seconds(long ticks) => decimal.Round((decimal)ticks / TimeSpan.TicksPerSecond, 4);

    private static void WriteUrl(Utf8JsonWriter writer, string name, string baseUrl, string before, ReadOnlySpan<char> id, string after)
    {
        Span<char> url = stackalloc char[256];
        if (url.TryWrite($"{baseUrl}{before}{id}{after}", out var length))
        {
            writer.WriteString(name, url[..length]);
        }
        else
        {
            writer.WriteString(name, $"{baseUrl}{before}{id}{after}");
        }
    }

    private static void WriteMetrics(Utf8JsonWriter writer, Job job)
    {
        writer.WriteStartObject("metrics");
        if (job.BalanceAfter is not null)
        {
            writer.WriteNumber("cost", job.Price.ToDollars());
        }

        writer.WriteNumber("inference_time", Seconds(job.EndsAt - job.StartsAt));
        writer.WriteNumber("queue_time", Seconds(job.StartsAt - job.SubmittedAt));
        if (job.BalanceAfter is { } remaining)
        {
            writer.WriteNumber("remaining_credits", remaining.ToDollars());
        }

        writer.WriteNumber("total_time", Seconds(job.EndsAt - job.SubmittedAt));
        writer.WriteEndObject();
    }

    private static string Text(long number) => number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
