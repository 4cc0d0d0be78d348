namespace PixverseHarness.Simulator.Protocol;

/// <summary>What a path leads to.</summary>
internal enum RouteKind
{
    /// <summary>Nothing that the gateway knows: its default answer.</summary>
    Unknown,

    /// <summary>One of the operations of the contract.</summary>
    Operation,

    /// <summary>A model of another name.</summary>
    OtherModel,

    /// <summary>An output file of the twin.</summary>
    Output,

    /// <summary>The twin's admin API.</summary>
    Admin,

    /// <summary>A part of the vendor's API that exists and is not modelled.</summary>
    NotModelled,
}
