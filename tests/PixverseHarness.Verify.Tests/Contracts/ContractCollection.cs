namespace PixverseHarness.Verify.Tests.Contracts;

/// <summary>The tests that share the snapshots of a run.</summary>
[CollectionDefinition(ContractFixture.Name)]
public sealed class ContractCollection : ICollectionFixture<ContractFixture>;
