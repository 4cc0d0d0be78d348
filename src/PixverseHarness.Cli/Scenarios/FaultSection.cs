using System.Collections.Immutable;
using System.Text.Json;
using PixverseHarness.Contract.Jobs;
using PixverseHarness.Contract.Operations;
using PixverseHarness.Simulator.Faults;

namespace PixverseHarness.Cli.Scenarios;

/// <summary>Reads one entry of a twin's <c>faults</c>.</summary>
internal static class FaultSection
{
    private static readonly string[] OperationNames = [.. Operations.All.Select(o => o.Name)];
    private static readonly string[] StateNames = [.. Enum.GetValues<JobState>().Select(s => s.ToWire())];

    /// <summary>The rule, or null when it has no usable fault; what is wrong has been reported then.</summary>
    public static FaultRule? Read(JsonSection section)
    {
        section.Require("fault");
        var name = section.Word("fault", FaultCatalogue.Names);
        var fault = ReadFault(section, name);
        var usual = new FaultRule { Id = "", Fault = fault! };
        var operations = section.Words("operations", OperationNames).Select(n => Operations.Find(n)!.Operation).ToImmutableArray();
        var rule = usual with
        {
            Id = section.Text("id") ?? name ?? "",
            Operations = operations.IsEmpty && name is not null ? FaultCatalogue.ConcernsOf(name) : operations,
            Keys = section.Texts("keys"),
            Sessions = section.Texts("sessions"),
            States = [.. section.Words("states", StateNames).Select(n => JobStates.Parse(n)!.Value)],
            FirstAttempt = (int?)section.WholeNumber("firstAttempt", 1, int.MaxValue) ?? usual.FirstAttempt,
            LastAttempt = (int?)section.WholeNumber("lastAttempt", 1, int.MaxValue),
            From = section.Duration("from"),
            Until = section.Duration("until"),
            Probability = (double?)section.Number("probability", 0, 1) ?? usual.Probability,
            RampTo = (double?)section.Number("rampTo", 0, 1),
        };
        if (rule.LastAttempt < rule.FirstAttempt)
        {
            section.RefuseMember("lastAttempt", "it lies before firstAttempt: the fault would never be met");
        }

        if (rule.Until <= (rule.From ?? TimeSpan.Zero))
        {
            section.RefuseMember("until", "it lies before from: the fault would never be met");
        }

        if (rule is { RampTo: not null, Until: null })
        {
            section.Require("until");
        }

        if (rule.Id.Contains(','))
        {
            section.RefuseMember("id", "it has a comma, with which the journal separates ids");
        }

        section.Close();
        return fault is null ? null : rule;
    }

    private static Fault? ReadFault(JsonSection section, string? name)
    {
        var settings = new FaultSettings
        {
            Duration = section.Duration("duration"),
            UpTo = section.Duration("upTo"),
            P95 = section.Duration("p95"),
            HttpStatus = (int?)section.WholeNumber("httpStatus", 400, 599),
            Text = section.Text("text"),
            Bytes = (int?)section.WholeNumber("bytes", 1, 1_048_576),
        };
        if (name is null)
        {
            return null;
        }

        var kind = FaultCatalogue.FindKind(name);
        foreach (var setting in Enum.GetValues<FaultSetting>())
        {
            var member = JsonNamingPolicy.CamelCase.ConvertName(setting.ToString());
            if ((settings.Given & setting & ~(kind?.Takes ?? FaultSetting.None)) != 0)
            {
                section.RefuseMember(member, $"{name} takes none");
            }

            if (setting != FaultSetting.None && kind?.Needs.HasFlag(setting) == true)
            {
                section.Require(member);
            }
        }

        if (settings is { UpTo: not null, P95: not null })
        {
            section.RefuseMember("p95", "upTo is given too: a delay is drawn uniformly or log-normally, not both");
        }

        RefuseShorter(section, "upTo", settings.UpTo, settings.Duration);
        RefuseShorter(section, "p95", settings.P95, settings.Duration);
        return FaultCatalogue.Create(name, settings);
    }

    private static void RefuseShorter(JsonSection section, string name, TimeSpan? longer, TimeSpan? duration)
    {
        if (longer < duration || (longer is not null && duration == TimeSpan.Zero))
        {
            section.RefuseMember(name, "it must not be shorter than duration, and that must be longer than zero");
        }
    }
}
