// SPDX-License-Identifier: GPL-3.0-or-later
import QtQuick
import VirtMonitor.Engine

/* Calls operations for all parts of the window; what loses something is asked about first. */
QtObject {
    id: root

    required property DataEngine engine

    // A ConfirmDialog is shown for it.
    signal asked(string source, string machine, string operation, var parameters, list<string> losses)

    function run(source: string, machine: string, operation: string, parameters: var): void {
        runWith(source, machine, operation, parameters, []);
    }

    // With sentences that are told before what is lost.
    function runWith(source: string, machine: string, operation: string, parameters: var, told: list<string>): void {
        const service = engine.serviceForSource(source);
        const losses = service.losses(operation, parameters);
        if (losses.length > 0)
            asked(source, machine, operation, parameters, Array.from(told).concat(Array.from(losses)));
        else
            service.call(operation, parameters);
    }
}
