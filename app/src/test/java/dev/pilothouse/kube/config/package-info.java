/// Tests of the kubeconfig's merge.
package dev.pilothouse.kube.config;
