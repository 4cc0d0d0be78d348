using System.Net;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.IntegrationTests.Hosts;
using PixverseHarness.Payloads;
using PixverseHarness.Payloads.Combinatorics;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Simulator;

namespace PixverseHarness.IntegrationTests.Payloads;

/// <summary>Whatever a payload's label and expectation say is what the twin does when it is posted.</summary>
public sealed class TwinAgreesTests
{
    private const ulong Seed = 11;

    /// <summary>Every host under both profiles; and the switches that bear on payloads, without sockets.</summary>
    public static TheoryData<HostKind, string> Settings
    {
        get
        {
            var settings = new TheoryData<HostKind, string>();
            foreach (var host in Enum.GetValues<HostKind>())
            {
                settings.Add(host, "documented");
                settings.Add(host, "observed");
            }

            foreach (var name in new[]
            {
                "unknown-members=reject", "duplicate-members=reject", "omitted=default", "numbers-as-text=accept", "integer-forms=literal",
                "seed-range=upstream", "prompt-limit=2048", "rejected-value=not-acceptable",
            })
            {
                settings.Add(HostKind.InProcess, $"documented+{name}");
            }

            return settings;
        }
    }

    [Theory]
    [MemberData(nameof(Settings))]
    public Task Post_EveryViolatingPayload_IsAnsweredAsItsLabelSays(HostKind kind, string profile) =>
        PostAllAsync(kind, profile, new ViolatingPayloads(Seed).OneRound());

    [Theory]
    [MemberData(nameof(Settings))]
    public Task Post_EveryBoundaryPayload_IsAnsweredAsExpected(HostKind kind, string profile) =>
        PostAllAsync(kind, profile, new BoundaryPayloads(Seed).OneRound());

    [Theory]
    [MemberData(nameof(Settings))]
    public Task Post_EveryCombinationAndArray_CompletesAtItsPrice(HostKind kind, string profile) =>
        PostAllAsync(kind, profile, new ValidPayloads(Seed).OneRound().Concat(CoveringArray.Pairwise(Seed).Rows));

    [Fact]
    public async Task Post_ViolatingRowsOfAnArray_AreRefusedOneFaultEach() =>
        await PostAllAsync(HostKind.InProcess, "documented", CoveringArray.Pairwise(Seed).Violations);

    [Fact]
    public async Task Post_ExpectationOfTheOtherProfile_IsSeenToDiffer()
    {
        await using var host = await HostUnderTest.StartAsync(HostKind.InProcess, new TwinOptions { Profile = ApiProfile.Observed });
        var violation = new ViolatingPayloads(Seed).OneRound().First(p => p.Label.Rule is not null);
        var valid = new ValidPayloads(Seed).At(0);
        var dearer = valid.Expect(ApiProfile.Observed) with { Price = new(1) };

        Assert.Equal("answered 200  instead of 400 invalid_parameter", await PostAsync(host, violation, violation.Expect(ApiProfile.Documented)));
        Assert.StartsWith("the job ended with 200 at ", await PostAsync(host, valid, dearer), StringComparison.Ordinal);
    }

    private static async Task PostAllAsync(HostKind kind, string profileName, IEnumerable<Payload> payloads)
    {
        var profile = ProfileOf(profileName);
        await using var host = await HostUnderTest.StartAsync(kind, new TwinOptions { Profile = profile });
        var posted = 0;
        foreach (var payload in payloads)
        {
            var difference = await PostAsync(host, payload, payload.Expect(profile));
            Assert.True(difference is null, $"{payload.Label.Name} under {profileName}: {difference}");
            posted++;
        }

        Assert.InRange(posted, 20, int.MaxValue);
    }

    /// <summary>What differs from the expectation; null when nothing does.</summary>
    private static async Task<string?> PostAsync(HostUnderTest host, Payload payload, PayloadExpectation expectation)
    {
        var content = new ReadOnlyMemoryContent(payload.Body);
        if (payload.ContentType is { } type)
        {
            content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        var path = Operations.Get(ApiOperation.Submit).PathTemplate;
        using var submitted = await host.SendAsync(new HttpRequestMessage(HttpMethod.Post, new Uri(host.Origin, path)) { Content = content });
        if (expectation.Answer == ExpectedAnswer.Refused)
        {
            return Difference(expectation, submitted.StatusCode, host.Core.Journal()[^1].Cause);
        }

        if (submitted.StatusCode != HttpStatusCode.OK)
        {
            return $"submit answered {(int)submitted.StatusCode}";
        }

        host.Core.Clock.Advance(TimeSpan.FromMinutes(30));
        var statusUrl = new Uri((await HostUnderTest.JsonAsync(submitted)).GetProperty("status_url").GetString()!);
        using var ended = await host.GetAsync(statusUrl.PathAndQuery);
        if (expectation.Answer == ExpectedAnswer.JobFails)
        {
            return Difference(expectation, ended.StatusCode, host.Core.Journal()[^1].Cause);
        }

        var cost = (await HostUnderTest.JsonAsync(ended)).GetProperty("metrics").GetProperty("cost").GetDecimal();
        return ended.StatusCode == HttpStatusCode.OK && cost == expectation.Price!.Value.ToDollars()
            ? null
            : $"the job ended with {(int)ended.StatusCode} at {cost} instead of {expectation.Price}";
    }

    private static string? Difference(PayloadExpectation expectation, HttpStatusCode status, string? cause) =>
        expectation.Causes.Any(c => c.Status == (int)status && c.Cause.Name == cause)
            ? null
            : $"answered {(int)status} {cause} instead of {string.Join(" or ", expectation.Causes.Select(c => $"{c.Status} {c.Cause.Name}"))}";

    private static ApiProfile ProfileOf(string name)
    {
        var parts = name.Split('+', '=');
        var profile = ApiProfile.Find(parts[0])!;
        return parts.Length == 1 ? profile : ProfileSwitches.Find(parts[1])!.Apply(profile, parts[2]);
    }
}
