using System.IO.Compression;
using System.Text.Json;
using CsCheck;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Contract.Parameters;
using PixverseHarness.Contract.Profiles;
using PixverseHarness.Payloads.Expectations;
using PixverseHarness.Payloads.Streams;
using PixverseHarness.Payloads.Violations;

namespace PixverseHarness.Payloads.Tests;

public sealed class ViolatingPayloadsTests
{
    // Typed by hand from sections 4, 8 and 14 of the facts sheet, so that the mapping in the contract has a witness.
    private static readonly Dictionary<string, (string Early, int EarlyStatus, string Late, int LateStatus)> Causes = new(StringComparer.Ordinal)
    {
        [ViolationFamily.Missing] = ("missing_parameter", 400, "late_validation", 422),
        [ViolationFamily.Null] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.WrongType] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.OutOfEnum] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.WrongCase] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.Padded] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.Empty] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.TooLong] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.OutOfRange] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.R1] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.R2] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.R3] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.UnknownMember] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.DuplicateMember] = ("invalid_parameter", 400, "late_validation", 422),
        [ViolationFamily.MalformedJson] = ("malformed_body", 400, "malformed_body", 400),
        [ViolationFamily.NotAnObject] = ("malformed_body", 400, "malformed_body", 400),
        [ViolationFamily.WrongEncoding] = ("malformed_body", 400, "malformed_body", 400),
        [ViolationFamily.MissingContentType] = ("wrong_content_type", 406, "wrong_content_type", 406),
        [ViolationFamily.WrongContentType] = ("wrong_content_type", 406, "wrong_content_type", 406),
    };

    private static readonly ApiProfile StrictAndLate = Profiles.Strict with { Validation = ValidationTiming.Late };

    [Fact]
    public void OneRound_AnySeed_IsRefusedWithExactlyItsLabelUnderEveryProfile() =>
        Gen.ULong.Sample(
            seed =>
            {
                IPayloadRounds source = new ViolatingPayloads(seed);
                foreach (var payload in source.OneRound())
                {
                    foreach (var profile in Profiles.All)
                    {
                        AssertFaults(payload, profile, mayAccept: payload.Label.Standing == Standing.Unknown);
                    }

                    AssertFaults(payload, Profiles.Strict, mayAccept: false);
                }
            },
            iter: 5);

    [Fact]
    public void OneRound_StandingInvalid_IsExactlyWhatNoProfileAccepts()
    {
        foreach (var payload in Round(1))
        {
            var accepted = Profiles.All.Any(profile => payload.Expect(profile).Answer == ExpectedAnswer.Accepted);
            Assert.True(accepted == (payload.Label.Standing == Standing.Unknown), payload.Label.Name);
        }
    }

    [Fact]
    public void Expect_EveryFamily_HasTheCauseAndStatusOfTheFactsSheet()
    {
        foreach (var payload in Round(2))
        {
            var (early, earlyStatus, late, lateStatus) = Causes[payload.Label.Family];

            Assert.Equal((early, earlyStatus), Only(payload.Expect(Profiles.Strict)));
            Assert.Equal((late, lateStatus), Only(payload.Expect(StrictAndLate)));
        }
    }

    [Fact]
    public void Expect_LateValidation_FailsTheJobAndIs500OnV1()
    {
        var payload = Round(2).First(p => p.Label.Family == ViolationFamily.R1);

        Assert.Equal(ExpectedAnswer.JobFails, payload.Expect(ApiProfile.Observed).Answer);
        Assert.Equal(500, payload.Expect(ApiProfile.Observed, ApiOperation.GenerateSync).Causes.Single().Status);
        Assert.Null(payload.Expect(ApiProfile.Observed).Price);
    }

    [Fact]
    public void Expect_RejectedValueSwitch_Answers406ForValuesOutsideTheSet()
    {
        var profile = ProfileSwitches.Find("rejected-value")!.Apply(ApiProfile.Documented, "not-acceptable");

        var rejected = Round(2).Where(p => p.Expect(profile).Causes.Any(c => c.Cause.Name == "parameter_value_rejected")).ToList();

        Assert.All(rejected, p => Assert.Equal(406, p.Expect(profile).Causes.Single().Status));
        Assert.Equal(
            [ViolationFamily.Empty, ViolationFamily.OutOfEnum, ViolationFamily.Padded, ViolationFamily.WrongCase],
            rejected.Select(p => p.Label.Family).Distinct().Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneRound_EveryFaultKindOfTheContract_IsProduced() =>
        Assert.Equal(
            Enum.GetValues<ParameterFaultKind>(),
            Round(1).Select(p => p.Label.Fault).OfType<ParameterFaultKind>().Distinct().Order());

    [Fact]
    public void OneRound_Labels_AreUniqueAndStable()
    {
        var names = Round(1).Select(p => p.Label.Name).Order(StringComparer.Ordinal).ToList();

        Assert.Equal(names.Count, names.Distinct(StringComparer.Ordinal).Count());
        Assert.Equal(names, Round(2).Select(p => p.Label.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void OneRound_MalformedJson_NoJsonParserReads()
    {
        foreach (var payload in Round(3).Where(p => p.Label.Family is ViolationFamily.MalformedJson))
        {
            Assert.ThrowsAny<JsonException>(() => JsonDocument.Parse(payload.Body));
        }
    }

    [Fact]
    public void OneRound_ContentTypeViolations_HaveAValidBody() =>
        Assert.All(
            Round(3).Where(p => p.Label.Parameter == PayloadLabel.ContentType),
            p => Assert.Empty(RequestReader.Read(p.Body, Profiles.Strict).Faults));

    [Fact]
    public void At_UndeclaredGzip_IsARealGzipFile()
    {
        var payload = Round(3).Single(p => p.Label.Case == "gzip-undeclared");
        using var unpacked = new GZipStream(new MemoryStream(payload.Body.ToArray()), CompressionMode.Decompress);

        Assert.Equal(JsonValueKind.Object, JsonDocument.Parse(unpacked).RootElement.ValueKind);
    }

    [Theory]
    [InlineData("documented")]
    [InlineData("observed")]
    public void New_ForAProfile_LeavesOutWhatTheProfileAccepts(string name)
    {
        var profile = ApiProfile.Find(name)!;
        IPayloadRounds source = new ViolatingPayloads(4, profile);

        Assert.All(source.OneRound(), p => Assert.NotEqual(ExpectedAnswer.Accepted, p.Expect(profile).Answer));
        Assert.InRange(source.Round, 150, new ViolatingPayloads(4).Round - 1);
        Assert.Equal(new ViolatingPayloads(4).Round, new ViolatingPayloads(4, Profiles.Strict).Round);
    }

    private static void AssertFaults(Payload payload, ApiProfile profile, bool mayAccept)
    {
        var faults = RequestReader.Read(payload.Body, profile).Faults;
        if (payload.Label.Fault is not { } fault)
        {
            Assert.Empty(faults);
        }
        else if (!mayAccept || !faults.IsEmpty)
        {
            var found = Assert.Single(faults);
            Assert.Equal((payload.Label.Name, payload.Label.Member, fault, payload.Label.Rule), (payload.Label.Name, found.Parameter, found.Kind, found.Rule));
        }
    }

    private static (string Cause, int Status) Only(PayloadExpectation expectation)
    {
        var (cause, status) = Assert.Single(expectation.Causes);
        return (cause.Name, status);
    }

    private static IEnumerable<Payload> Round(ulong seed) => new ViolatingPayloads(seed).OneRound();
}
