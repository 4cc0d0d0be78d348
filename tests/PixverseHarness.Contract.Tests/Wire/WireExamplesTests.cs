using System.Text.Json;
using System.Text.Json.Serialization.Metadata;
using PixverseHarness.Contract.Wire;

namespace PixverseHarness.Contract.Tests.Wire;

public sealed class WireExamplesTests
{
    /// <summary>Files whose numbers a model rewrites as text on purpose.</summary>
    private const string Rewritten = "result-numbers";

    public static TheoryData<string> Names { get; } = [.. WireFile.AllNames.Where(n => n != Rewritten)];

    [Theory]
    [MemberData(nameof(Names))]
    public void Serialize_WhatWasRead_KeepsEveryMember(string name)
    {
        var file = WireFile.Open(name);

        var written = name.Split('-')[0] switch
        {
            "submit" => Again(file, ContractJson.Default.SubmitResponse),
            "status" or "result" or "failed" => Again(file, ContractJson.Default.JobResponse),
            "credits" => Again(file, ContractJson.Default.CreditsResponse),
            "error" => Again(file, ContractJson.Default.ErrorResponse),
            "request" => Again(file, ContractJson.Default.VideoRequest),
            var kind => throw new InvalidOperationException($"No model is known for '{kind}'."),
        };

        WireFile.AssertKept(file.Json, written);
    }

    [Theory]
    [InlineData("submit-uuid", "3f0e8a52-6c1d-4b7e-9a34-51d2c8e7f006")]
    [InlineData("submit-hex32", "9b1e44c07d3a5f2286e0c1d4ab97f035")]
    public void Read_Submit_HasTheFiveMembers(string name, string id)
    {
        var submit = WireFile.Open(name).Read(ContractJson.Default.SubmitResponse);

        Assert.Equal(id, submit.RequestId);
        Assert.Equal("QUEUED", submit.Status);
        Assert.Equal($"https://api.segmind.com/v2/requests/{id}/status", submit.StatusUrl);
        Assert.Equal($"https://api.segmind.com/v2/requests/{id}", submit.ResponseUrl);
        Assert.Equal($"https://api.segmind.com/v1/requests/{id}", submit.PollUrl);
        Assert.Null(submit.UnknownMembers);
    }

    [Fact]
    public void Read_StatusWhileQueued_HasUrlsAndEmptyMetrics()
    {
        var status = WireFile.Open("status-queued").Read(ContractJson.Default.JobResponse);

        Assert.Equal("QUEUED", status.Status);
        Assert.EndsWith("/status", status.StatusUrl, StringComparison.Ordinal);
        Assert.NotNull(status.ResponseUrl);
        Assert.Equal(new JobMetrics(), status.Metrics);
    }

    [Fact]
    public void Read_MinimalStatus_HasNothingElse()
    {
        var status = WireFile.Open("status-processing-minimal").Read(ContractJson.Default.JobResponse);

        Assert.Equal(new JobResponse { Status = "PROCESSING" }, status);
    }

    [Fact]
    public void Read_CompletedStatus_HasTimesAndMoneyExactly()
    {
        var metrics = WireFile.Open("status-completed").Read(ContractJson.Default.JobResponse).Metrics;

        var expected = new JobMetrics
        {
            InferenceTime = 43.71m, QueueTime = 0.19m, TotalTime = 43.92m, Cost = 0.375m, RemainingCredits = 12.625m,
        };
        Assert.Equal(expected, metrics);
    }

    [Fact]
    public void Read_RetriedStatus_CountsTheRetries() =>
        Assert.Equal(2, WireFile.Open("status-completed-retried").Read(ContractJson.Default.JobResponse).Metrics?.RetryCount);

    [Fact]
    public void Read_CompletedResult_HasTheOutputTwice()
    {
        var result = WireFile.Open("result-completed").Read(ContractJson.Default.JobResponse);

        Assert.Null(result.Error);
        Assert.Equal("https://images.segmind.com/generations/5f0c77ab02e1.mp4", result.Output?.GetString());
        var file = new VideoFile
        {
            Url = "https://images.segmind.com/generations/5f0c77ab02e1.mp4",
            ContentType = "video/mp4",
            FileName = "5f0c77ab02e1.mp4",
            FileSize = "3481172",
        };
        Assert.Equal(file, result.Video);
        Assert.Equal("56698", result.Seed);
        Assert.Equal("A lighthouse at dusk.", result.Prompt);
        Assert.Equal(43.71m, result.Timings?.GetProperty("inference").GetDecimal());
        Assert.Null(result.UnknownMembers);
    }

    [Fact]
    public void Read_NumbersWhereTextIsPublished_AreText()
    {
        var result = WireFile.Open(Rewritten).Read(ContractJson.Default.JobResponse);

        Assert.Equal("56698", result.Seed);
        Assert.Equal("3481172", result.Video?.FileSize);
    }

    [Theory]
    [InlineData("failed-without-id", null, "Prompt is required for video generation.")]
    [InlineData("failed-with-total-time", null, "Prompt is Mandatory and must be string")]
    [InlineData("failed-moderation", "9b1e44c07d3a5f2286e0c1d4ab97f035", "Content moderation failed for the supplied prompt.")]
    public void Read_Failed_HasItsReasonAndNoMoney(string name, string? id, string reason)
    {
        var failed = WireFile.Open(name).Read(ContractJson.Default.JobResponse);

        Assert.Equal("FAILED", failed.Status);
        Assert.Equal(id, failed.RequestId);
        Assert.Equal(reason, failed.Error?.GetString());
        Assert.Null(failed.Metrics?.Cost);
        Assert.Null(failed.Metrics?.RemainingCredits);
    }

    [Fact]
    public void Read_FailedWithAList_KeepsTheList() =>
        Assert.Equal(JsonValueKind.Array, WireFile.Open("failed-with-list").Read(ContractJson.Default.JobResponse).Error?.ValueKind);

    [Fact]
    public void Read_Credits_HasBothBalances()
    {
        var credits = WireFile.Open("credits").Read(ContractJson.Default.CreditsResponse);

        Assert.Equal((41.25m, 0.0m), (credits.Credits, credits.FreeCredits));
    }

    [Fact]
    public void Read_DriftedBodies_NameWhatIsUnknown()
    {
        Assert.Equal(["queue_position", "hints"], WireFile.Open("submit-drifted").Read(ContractJson.Default.SubmitResponse).UnknownMembers!.Keys);
        Assert.Equal(["currency"], WireFile.Open("credits-drifted").Read(ContractJson.Default.CreditsResponse).UnknownMembers!.Keys);
        Assert.Equal(["error_description", "status_code"], WireFile.Open("error-drifted").Read(ContractJson.Default.ErrorResponse).UnknownMembers!.Keys);
        var result = WireFile.Open("result-drifted").Read(ContractJson.Default.JobResponse);
        Assert.Equal(["images"], result.UnknownMembers!.Keys);
        Assert.Equal(["width"], result.Video!.UnknownMembers!.Keys);
        Assert.Equal(["gpu"], result.Metrics!.UnknownMembers!.Keys);
    }

    [Theory]
    [InlineData("{\"seed\":true}")]
    [InlineData("{\"video\":{\"file_size\":[]}}")]
    public void Read_NeitherTextNorNumber_IsRefused(string body) =>
        Assert.Throws<JsonException>(() => JsonSerializer.Deserialize(body, ContractJson.Default.JobResponse));

    private static JsonElement Again<T>(WireFile file, JsonTypeInfo<T> type) => JsonSerializer.SerializeToElement(file.Read(type), type);
}
