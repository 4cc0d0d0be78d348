using System.Collections.Immutable;

namespace PixverseHarness.Simulator.Admin;

/// <summary>Parts of WireMock's admin API that people may look for and that this twin does not have.</summary>
internal static class AdminNotModelled
{
    private static readonly ImmutableArray<(string Prefix, string Reason)> Known =
    [
        ("/mappings", "Stub mappings are not modelled: what the twin answers follows from its settings, faults and triggers"),
        ("/scenarios", "Scenario states are not modelled: PUT /jobs/{id} sets the state of a job"),
        ("/recordings", "Recording through the twin is not modelled"),
        ("/files", "Files are not modelled: the twin's outputs are its own"),
        ("/messages", "Messages of web sockets are not modelled: the API has none"),
        ("/verdicts", "Verdicts are not given by a running twin: pixverse verify --client judges a program"),
    ];

    /// <summary>Why a path is not there, or null when nobody would look for it.</summary>
    public static string? ReasonFor(string path) =>
        Known.FirstOrDefault(k => path.StartsWith(k.Prefix, StringComparison.Ordinal)).Reason;
}
